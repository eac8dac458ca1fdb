export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: "13.0.5"
  }
  graphql_public: {
    Tables: {
      [_ in never]: never
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      graphql: {
        Args: {
          extensions?: Json
          operationName?: string
          query?: string
          variables?: Json
        }
        Returns: Json
      }
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
  public: {
    Tables: {
      assembly_jobs: {
        Row: {
          assembly_team_id: string | null
          id: string
          note: string | null
          order_id: string | null
          starts_at: string | null
        }
        Insert: {
          assembly_team_id?: string | null
          id?: string
          note?: string | null
          order_id?: string | null
          starts_at?: string | null
        }
        Update: {
          assembly_team_id?: string | null
          id?: string
          note?: string | null
          order_id?: string | null
          starts_at?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "assembly_jobs_assembly_team_id_fkey"
            columns: ["assembly_team_id"]
            isOneToOne: false
            referencedRelation: "assembly_teams"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "assembly_jobs_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      assembly_teams: {
        Row: {
          branch_id: string | null
          id: string
          name: string
        }
        Insert: {
          branch_id?: string | null
          id?: string
          name: string
        }
        Update: {
          branch_id?: string | null
          id?: string
          name?: string
        }
        Relationships: [
          {
            foreignKeyName: "assembly_teams_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      audit_log: {
        Row: {
          actor: string | null
          happened_at: string
          id: number
          what: Json
        }
        Insert: {
          actor?: string | null
          happened_at?: string
          id?: never
          what: Json
        }
        Update: {
          actor?: string | null
          happened_at?: string
          id?: never
          what?: Json
        }
        Relationships: []
      }
      b2b_accounts: {
        Row: {
          credit_limit: number
          id: string
          organisation_id: string | null
        }
        Insert: {
          credit_limit?: number
          id?: string
          organisation_id?: string | null
        }
        Update: {
          credit_limit?: number
          id?: string
          organisation_id?: string | null
        }
        Relationships: []
      }
      banners: {
        Row: {
          id: string
          is_active: boolean
          page_id: string | null
          text: string
        }
        Insert: {
          id?: string
          is_active?: boolean
          page_id?: string | null
          text: string
        }
        Update: {
          id?: string
          is_active?: boolean
          page_id?: string | null
          text?: string
        }
        Relationships: [
          {
            foreignKeyName: "banners_page_id_fkey"
            columns: ["page_id"]
            isOneToOne: false
            referencedRelation: "pages"
            referencedColumns: ["id"]
          },
        ]
      }
      branches: {
        Row: {
          city: string | null
          id: string
          name: string
          opened_on: string | null
          organisation_id: string | null
        }
        Insert: {
          city?: string | null
          id?: string
          name: string
          opened_on?: string | null
          organisation_id?: string | null
        }
        Update: {
          city?: string | null
          id?: string
          name?: string
          opened_on?: string | null
          organisation_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "branches_organisation_id_fkey"
            columns: ["organisation_id"]
            isOneToOne: false
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      brands: {
        Row: {
          id: string
          name: string
          website: string | null
        }
        Insert: {
          id?: string
          name: string
          website?: string | null
        }
        Update: {
          id?: string
          name?: string
          website?: string | null
        }
        Relationships: []
      }
      campaigns_2026: {
        Row: {
          budget_eur: number | null
          id: string
          name: string
          starts_at: string | null
        }
        Insert: {
          budget_eur?: number | null
          id?: string
          name: string
          starts_at?: string | null
        }
        Update: {
          budget_eur?: number | null
          id?: string
          name?: string
          starts_at?: string | null
        }
        Relationships: []
      }
      carriers: {
        Row: {
          id: string
          name: string
          tracking_url: string | null
        }
        Insert: {
          id?: string
          name: string
          tracking_url?: string | null
        }
        Update: {
          id?: string
          name?: string
          tracking_url?: string | null
        }
        Relationships: []
      }
      cart_items: {
        Row: {
          cart_id: string
          product_id: string
          quantity: number
        }
        Insert: {
          cart_id: string
          product_id: string
          quantity?: number
        }
        Update: {
          cart_id?: string
          product_id?: string
          quantity?: number
        }
        Relationships: [
          {
            foreignKeyName: "cart_items_cart_id_fkey"
            columns: ["cart_id"]
            isOneToOne: false
            referencedRelation: "carts"
            referencedColumns: ["id"]
          },
        ]
      }
      carts: {
        Row: {
          created_at: string
          id: string
          user_id: string | null
        }
        Insert: {
          created_at?: string
          id?: string
          user_id?: string | null
        }
        Update: {
          created_at?: string
          id?: string
          user_id?: string | null
        }
        Relationships: []
      }
      categories: {
        Row: {
          id: string
          name: string
          parent_id: string | null
          slug: string
        }
        Insert: {
          id?: string
          name: string
          parent_id?: string | null
          slug: string
        }
        Update: {
          id?: string
          name?: string
          parent_id?: string | null
          slug?: string
        }
        Relationships: [
          {
            foreignKeyName: "categories_parent_id_fkey"
            columns: ["parent_id"]
            isOneToOne: false
            referencedRelation: "categories"
            referencedColumns: ["id"]
          },
        ]
      }
      co2_footprints: {
        Row: {
          kilograms: number
          product_id: string
        }
        Insert: {
          kilograms: number
          product_id: string
        }
        Update: {
          kilograms?: number
          product_id?: string
        }
        Relationships: []
      }
      collection_products: {
        Row: {
          collection_id: string | null
          id: string
          product_id: string | null
        }
        Insert: {
          collection_id?: string | null
          id?: string
          product_id?: string | null
        }
        Update: {
          collection_id?: string | null
          id?: string
          product_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "collection_products_collection_id_fkey"
            columns: ["collection_id"]
            isOneToOne: false
            referencedRelation: "collections"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "collection_products_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
        ]
      }
      collections: {
        Row: {
          designer_id: string | null
          id: string
          name: string
          season: string | null
        }
        Insert: {
          designer_id?: string | null
          id?: string
          name: string
          season?: string | null
        }
        Update: {
          designer_id?: string | null
          id?: string
          name?: string
          season?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "collections_designer_id_fkey"
            columns: ["designer_id"]
            isOneToOne: false
            referencedRelation: "designers"
            referencedColumns: ["id"]
          },
        ]
      }
      colours: {
        Row: {
          hex: string
          id: string
          name: string
        }
        Insert: {
          hex: string
          id?: string
          name: string
        }
        Update: {
          hex?: string
          id?: string
          name?: string
        }
        Relationships: []
      }
      customer_addresses: {
        Row: {
          city: string | null
          client_id: string | null
          country: string | null
          id: string
          street: string
        }
        Insert: {
          city?: string | null
          client_id?: string | null
          country?: string | null
          id?: string
          street: string
        }
        Update: {
          city?: string | null
          client_id?: string | null
          country?: string | null
          id?: string
          street?: string
        }
        Relationships: [
          {
            foreignKeyName: "customer_addresses_client_id_fkey"
            columns: ["client_id"]
            isOneToOne: false
            referencedRelation: "customers"
            referencedColumns: ["id"]
          },
        ]
      }
      customer_groups: {
        Row: {
          discount_eur: number | null
          id: string
          name: string
        }
        Insert: {
          discount_eur?: number | null
          id?: string
          name: string
        }
        Update: {
          discount_eur?: number | null
          id?: string
          name?: string
        }
        Relationships: []
      }
      customers: {
        Row: {
          auth_user_id: string | null
          email: string | null
          full_name: string
          id: string
          organisation_id: string | null
          phone: string | null
        }
        Insert: {
          auth_user_id?: string | null
          email?: string | null
          full_name: string
          id?: string
          organisation_id?: string | null
          phone?: string | null
        }
        Update: {
          auth_user_id?: string | null
          email?: string | null
          full_name?: string
          id?: string
          organisation_id?: string | null
          phone?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "clients_organisation_id_fkey"
            columns: ["organisation_id"]
            isOneToOne: false
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      delivery_slots: {
        Row: {
          delivery_zone_id: string | null
          ends_at: string | null
          id: string
          starts_at: string | null
        }
        Insert: {
          delivery_zone_id?: string | null
          ends_at?: string | null
          id?: string
          starts_at?: string | null
        }
        Update: {
          delivery_zone_id?: string | null
          ends_at?: string | null
          id?: string
          starts_at?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "delivery_slots_delivery_zone_id_fkey"
            columns: ["delivery_zone_id"]
            isOneToOne: false
            referencedRelation: "delivery_zones"
            referencedColumns: ["id"]
          },
        ]
      }
      delivery_zones: {
        Row: {
          carrier_id: string | null
          id: string
          name: string
          price_eur: number | null
        }
        Insert: {
          carrier_id?: string | null
          id?: string
          name: string
          price_eur?: number | null
        }
        Update: {
          carrier_id?: string | null
          id?: string
          name?: string
          price_eur?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "delivery_zones_carrier_id_fkey"
            columns: ["carrier_id"]
            isOneToOne: false
            referencedRelation: "carriers"
            referencedColumns: ["id"]
          },
        ]
      }
      departments: {
        Row: {
          id: string
          name: string
          organisation_id: string | null
        }
        Insert: {
          id?: string
          name: string
          organisation_id?: string | null
        }
        Update: {
          id?: string
          name?: string
          organisation_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "departments_organisation_id_fkey"
            columns: ["organisation_id"]
            isOneToOne: false
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      designers: {
        Row: {
          country: string | null
          full_name: string
          id: string
        }
        Insert: {
          country?: string | null
          full_name: string
          id?: string
        }
        Update: {
          country?: string | null
          full_name?: string
          id?: string
        }
        Relationships: []
      }
      dimensions: {
        Row: {
          depth_cm_count: number
          height_cm_count: number
          id: string
          product_id: string | null
          width_cm_count: number
        }
        Insert: {
          depth_cm_count?: number
          height_cm_count?: number
          id?: string
          product_id?: string | null
          width_cm_count?: number
        }
        Update: {
          depth_cm_count?: number
          height_cm_count?: number
          id?: string
          product_id?: string | null
          width_cm_count?: number
        }
        Relationships: [
          {
            foreignKeyName: "dimensions_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
        ]
      }
      discount_codes: {
        Row: {
          code: string
          discount_id: string | null
          id: string
          used_count: number
        }
        Insert: {
          code: string
          discount_id?: string | null
          id?: string
          used_count?: number
        }
        Update: {
          code?: string
          discount_id?: string | null
          id?: string
          used_count?: number
        }
        Relationships: [
          {
            foreignKeyName: "discount_codes_discount_id_fkey"
            columns: ["discount_id"]
            isOneToOne: false
            referencedRelation: "discounts"
            referencedColumns: ["id"]
          },
        ]
      }
      discounts: {
        Row: {
          amount_eur: number | null
          ends_at: string | null
          id: string
          name: string
          starts_at: string | null
        }
        Insert: {
          amount_eur?: number | null
          ends_at?: string | null
          id?: string
          name: string
          starts_at?: string | null
        }
        Update: {
          amount_eur?: number | null
          ends_at?: string | null
          id?: string
          name?: string
          starts_at?: string | null
        }
        Relationships: []
      }
      drivers: {
        Row: {
          employee_id: string | null
          id: string
          licence: string | null
          vehicle_id: string | null
        }
        Insert: {
          employee_id?: string | null
          id?: string
          licence?: string | null
          vehicle_id?: string | null
        }
        Update: {
          employee_id?: string | null
          id?: string
          licence?: string | null
          vehicle_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "drivers_employee_id_fkey"
            columns: ["employee_id"]
            isOneToOne: false
            referencedRelation: "employees"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "drivers_vehicle_id_fkey"
            columns: ["vehicle_id"]
            isOneToOne: false
            referencedRelation: "vehicles"
            referencedColumns: ["id"]
          },
        ]
      }
      employee_roles: {
        Row: {
          employee_id: string | null
          id: string
          role: string
        }
        Insert: {
          employee_id?: string | null
          id?: string
          role: string
        }
        Update: {
          employee_id?: string | null
          id?: string
          role?: string
        }
        Relationships: [
          {
            foreignKeyName: "employee_roles_employee_id_fkey"
            columns: ["employee_id"]
            isOneToOne: false
            referencedRelation: "employees"
            referencedColumns: ["id"]
          },
        ]
      }
      employees: {
        Row: {
          branch_id: string | null
          department_id: string | null
          email: string | null
          full_name: string
          hired_on: string | null
          id: string
          is_active: boolean
        }
        Insert: {
          branch_id?: string | null
          department_id?: string | null
          email?: string | null
          full_name: string
          hired_on?: string | null
          id?: string
          is_active?: boolean
        }
        Update: {
          branch_id?: string | null
          department_id?: string | null
          email?: string | null
          full_name?: string
          hired_on?: string | null
          id?: string
          is_active?: boolean
        }
        Relationships: [
          {
            foreignKeyName: "employees_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "employees_department_id_fkey"
            columns: ["department_id"]
            isOneToOne: false
            referencedRelation: "departments"
            referencedColumns: ["id"]
          },
        ]
      }
      exchange_rates: {
        Row: {
          currency: string
          id: string
          rate_eur: number | null
          valid_on: string | null
        }
        Insert: {
          currency: string
          id?: string
          rate_eur?: number | null
          valid_on?: string | null
        }
        Update: {
          currency?: string
          id?: string
          rate_eur?: number | null
          valid_on?: string | null
        }
        Relationships: []
      }
      faqs: {
        Row: {
          answer: string | null
          id: string
          question: string
        }
        Insert: {
          answer?: string | null
          id?: string
          question: string
        }
        Update: {
          answer?: string | null
          id?: string
          question?: string
        }
        Relationships: []
      }
      finishes: {
        Row: {
          id: string
          material_id: string | null
          name: string
        }
        Insert: {
          id?: string
          material_id?: string | null
          name: string
        }
        Update: {
          id?: string
          material_id?: string | null
          name?: string
        }
        Relationships: [
          {
            foreignKeyName: "finishes_material_id_fkey"
            columns: ["material_id"]
            isOneToOne: false
            referencedRelation: "materials"
            referencedColumns: ["id"]
          },
        ]
      }
      goods_receipts: {
        Row: {
          id: string
          purchase_order_id: string | null
          received_at: string | null
          warehouse_id: string | null
        }
        Insert: {
          id?: string
          purchase_order_id?: string | null
          received_at?: string | null
          warehouse_id?: string | null
        }
        Update: {
          id?: string
          purchase_order_id?: string | null
          received_at?: string | null
          warehouse_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "goods_receipts_purchase_order_id_fkey"
            columns: ["purchase_order_id"]
            isOneToOne: false
            referencedRelation: "purchase_orders"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "goods_receipts_warehouse_id_fkey"
            columns: ["warehouse_id"]
            isOneToOne: false
            referencedRelation: "warehouses"
            referencedColumns: ["id"]
          },
        ]
      }
      import_rows: {
        Row: {
          line: number
          payload: Json | null
        }
        Insert: {
          line: number
          payload?: Json | null
        }
        Update: {
          line?: number
          payload?: Json | null
        }
        Relationships: []
      }
      invoice_lines: {
        Row: {
          amount_eur: number | null
          id: string
          invoice_id: string | null
          label: string
          vat_rate_id: string | null
        }
        Insert: {
          amount_eur?: number | null
          id?: string
          invoice_id?: string | null
          label: string
          vat_rate_id?: string | null
        }
        Update: {
          amount_eur?: number | null
          id?: string
          invoice_id?: string | null
          label?: string
          vat_rate_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "invoice_lines_invoice_id_fkey"
            columns: ["invoice_id"]
            isOneToOne: false
            referencedRelation: "invoices"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "invoice_lines_vat_rate_id_fkey"
            columns: ["vat_rate_id"]
            isOneToOne: false
            referencedRelation: "vat_rates_2024"
            referencedColumns: ["id"]
          },
        ]
      }
      invoices: {
        Row: {
          id: string
          issued_on: string | null
          order_id: string | null
          total_eur: number | null
        }
        Insert: {
          id?: string
          issued_on?: string | null
          order_id?: string | null
          total_eur?: number | null
        }
        Update: {
          id?: string
          issued_on?: string | null
          order_id?: string | null
          total_eur?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "invoices_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      loyalty_cards: {
        Row: {
          customer_id: string | null
          id: string
          number: string
        }
        Insert: {
          customer_id?: string | null
          id?: string
          number: string
        }
        Update: {
          customer_id?: string | null
          id?: string
          number?: string
        }
        Relationships: []
      }
      loyalty_points: {
        Row: {
          card_id: string
          earned_at: string
          points: number
        }
        Insert: {
          card_id: string
          earned_at?: string
          points: number
        }
        Update: {
          card_id?: string
          earned_at?: string
          points?: number
        }
        Relationships: [
          {
            foreignKeyName: "loyalty_points_card_id_fkey"
            columns: ["card_id"]
            isOneToOne: false
            referencedRelation: "loyalty_cards"
            referencedColumns: ["id"]
          },
        ]
      }
      materials: {
        Row: {
          id: string
          is_recycled: boolean
          name: string
          origin: string | null
        }
        Insert: {
          id?: string
          is_recycled?: boolean
          name: string
          origin?: string | null
        }
        Update: {
          id?: string
          is_recycled?: boolean
          name?: string
          origin?: string | null
        }
        Relationships: []
      }
      media_files: {
        Row: {
          alt_text: string | null
          bytes_count: number
          id: string
          path: string
        }
        Insert: {
          alt_text?: string | null
          bytes_count?: number
          id?: string
          path: string
        }
        Update: {
          alt_text?: string | null
          bytes_count?: number
          id?: string
          path?: string
        }
        Relationships: []
      }
      "mood boards": {
        Row: {
          id: string
          "made for": string
          pictures: string[]
        }
        Insert: {
          id?: string
          "made for": string
          pictures?: string[]
        }
        Update: {
          id?: string
          "made for"?: string
          pictures?: string[]
        }
        Relationships: []
      }
      newsletter_contacts: {
        Row: {
          email: string
          since: string
        }
        Insert: {
          email: string
          since?: string
        }
        Update: {
          email?: string
          since?: string
        }
        Relationships: []
      }
      order: {
        Row: {
          label: string
          position: number
        }
        Insert: {
          label: string
          position: number
        }
        Update: {
          label?: string
          position?: number
        }
        Relationships: []
      }
      order_lines: {
        Row: {
          id: string
          order_id: string | null
          price_eur: number | null
          product_variant_id: string | null
          quantity_count: number
        }
        Insert: {
          id?: string
          order_id?: string | null
          price_eur?: number | null
          product_variant_id?: string | null
          quantity_count?: number
        }
        Update: {
          id?: string
          order_id?: string | null
          price_eur?: number | null
          product_variant_id?: string | null
          quantity_count?: number
        }
        Relationships: [
          {
            foreignKeyName: "order_lines_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "order_lines_product_variant_id_fkey"
            columns: ["product_variant_id"]
            isOneToOne: false
            referencedRelation: "product_variants"
            referencedColumns: ["id"]
          },
        ]
      }
      order_states: {
        Row: {
          id: string
          is_final: boolean
          label: string
        }
        Insert: {
          id?: string
          is_final?: boolean
          label: string
        }
        Update: {
          id?: string
          is_final?: boolean
          label?: string
        }
        Relationships: []
      }
      OrderNotes: {
        Row: {
          noteId: number
          orderId: string | null
          text: string
        }
        Insert: {
          noteId?: never
          orderId?: string | null
          text: string
        }
        Update: {
          noteId?: never
          orderId?: string | null
          text?: string
        }
        Relationships: []
      }
      orders: {
        Row: {
          client_id: string | null
          id: string
          order_state_id: string | null
          placed_at: string | null
          total_eur: number | null
        }
        Insert: {
          client_id?: string | null
          id?: string
          order_state_id?: string | null
          placed_at?: string | null
          total_eur?: number | null
        }
        Update: {
          client_id?: string | null
          id?: string
          order_state_id?: string | null
          placed_at?: string | null
          total_eur?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "orders_client_id_fkey"
            columns: ["client_id"]
            isOneToOne: false
            referencedRelation: "customers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "orders_order_state_id_fkey"
            columns: ["order_state_id"]
            isOneToOne: false
            referencedRelation: "order_states"
            referencedColumns: ["id"]
          },
        ]
      }
      organisations: {
        Row: {
          country: string | null
          id: string
          name: string
          vat_number: string | null
        }
        Insert: {
          country?: string | null
          id?: string
          name: string
          vat_number?: string | null
        }
        Update: {
          country?: string | null
          id?: string
          name?: string
          vat_number?: string | null
        }
        Relationships: []
      }
      page_blocks: {
        Row: {
          content: Json | null
          id: string
          page_id: string | null
          position_count: number
        }
        Insert: {
          content?: Json | null
          id?: string
          page_id?: string | null
          position_count?: number
        }
        Update: {
          content?: Json | null
          id?: string
          page_id?: string | null
          position_count?: number
        }
        Relationships: [
          {
            foreignKeyName: "page_blocks_page_id_fkey"
            columns: ["page_id"]
            isOneToOne: false
            referencedRelation: "pages"
            referencedColumns: ["id"]
          },
        ]
      }
      page_views: {
        Row: {
          id: string
          path: string
          viewed_at: string
        }
        Insert: {
          id?: string
          path: string
          viewed_at: string
        }
        Update: {
          id?: string
          path?: string
          viewed_at?: string
        }
        Relationships: []
      }
      page_views_2025: {
        Row: {
          id: string
          path: string
          viewed_at: string
        }
        Insert: {
          id?: string
          path: string
          viewed_at: string
        }
        Update: {
          id?: string
          path?: string
          viewed_at?: string
        }
        Relationships: []
      }
      page_views_default: {
        Row: {
          id: string
          path: string
          viewed_at: string
        }
        Insert: {
          id?: string
          path: string
          viewed_at: string
        }
        Update: {
          id?: string
          path?: string
          viewed_at?: string
        }
        Relationships: []
      }
      pages: {
        Row: {
          id: string
          published_at: string | null
          slug: string
          title: string
        }
        Insert: {
          id?: string
          published_at?: string | null
          slug: string
          title: string
        }
        Update: {
          id?: string
          published_at?: string | null
          slug?: string
          title?: string
        }
        Relationships: []
      }
      payment_methods: {
        Row: {
          id: string
          is_active: boolean
          name: string
        }
        Insert: {
          id?: string
          is_active?: boolean
          name: string
        }
        Update: {
          id?: string
          is_active?: boolean
          name?: string
        }
        Relationships: []
      }
      payments: {
        Row: {
          amount_eur: number | null
          id: string
          order_id: string | null
          paid_at: string | null
          payment_method_id: string | null
        }
        Insert: {
          amount_eur?: number | null
          id?: string
          order_id?: string | null
          paid_at?: string | null
          payment_method_id?: string | null
        }
        Update: {
          amount_eur?: number | null
          id?: string
          order_id?: string | null
          paid_at?: string | null
          payment_method_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "payments_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "payments_payment_method_id_fkey"
            columns: ["payment_method_id"]
            isOneToOne: false
            referencedRelation: "payment_methods"
            referencedColumns: ["id"]
          },
        ]
      }
      price_list_items: {
        Row: {
          price: number
          price_list_id: string
          product_id: string
        }
        Insert: {
          price: number
          price_list_id: string
          product_id: string
        }
        Update: {
          price?: number
          price_list_id?: string
          product_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "price_list_items_price_list_id_fkey"
            columns: ["price_list_id"]
            isOneToOne: false
            referencedRelation: "price_lists"
            referencedColumns: ["id"]
          },
        ]
      }
      price_lists: {
        Row: {
          id: string
          name: string
          valid_from: string | null
        }
        Insert: {
          id?: string
          name: string
          valid_from?: string | null
        }
        Update: {
          id?: string
          name?: string
          valid_from?: string | null
        }
        Relationships: []
      }
      price_snapshots: {
        Row: {
          price: number | null
          price_list_id: string | null
          product_id: string | null
          taken_on: string | null
        }
        Insert: {
          price?: number | null
          price_list_id?: string | null
          product_id?: string | null
          taken_on?: string | null
        }
        Update: {
          price?: number | null
          price_list_id?: string | null
          product_id?: string | null
          taken_on?: string | null
        }
        Relationships: []
      }
      product_categories: {
        Row: {
          category_id: string | null
          id: string
          product_id: string | null
        }
        Insert: {
          category_id?: string | null
          id?: string
          product_id?: string | null
        }
        Update: {
          category_id?: string | null
          id?: string
          product_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "product_categories_category_id_fkey"
            columns: ["category_id"]
            isOneToOne: false
            referencedRelation: "categories"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "product_categories_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
        ]
      }
      product_images: {
        Row: {
          id: string
          path: string
          position_count: number
          product_id: string | null
        }
        Insert: {
          id?: string
          path: string
          position_count?: number
          product_id?: string | null
        }
        Update: {
          id?: string
          path?: string
          position_count?: number
          product_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "product_images_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
        ]
      }
      product_materials: {
        Row: {
          id: string
          material_id: string | null
          product_id: string | null
          share_count: number
        }
        Insert: {
          id?: string
          material_id?: string | null
          product_id?: string | null
          share_count?: number
        }
        Update: {
          id?: string
          material_id?: string | null
          product_id?: string | null
          share_count?: number
        }
        Relationships: [
          {
            foreignKeyName: "product_materials_material_id_fkey"
            columns: ["material_id"]
            isOneToOne: false
            referencedRelation: "materials"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "product_materials_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
        ]
      }
      product_tags: {
        Row: {
          product_id: string
          tag_id: string
        }
        Insert: {
          product_id: string
          tag_id: string
        }
        Update: {
          product_id?: string
          tag_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "product_tags_tag_id_fkey"
            columns: ["tag_id"]
            isOneToOne: false
            referencedRelation: "tags"
            referencedColumns: ["id"]
          },
        ]
      }
      product_variants: {
        Row: {
          colour_id: string | null
          finish_id: string | null
          id: string
          price_eur: number | null
          product_id: string | null
          sku: string
        }
        Insert: {
          colour_id?: string | null
          finish_id?: string | null
          id?: string
          price_eur?: number | null
          product_id?: string | null
          sku: string
        }
        Update: {
          colour_id?: string | null
          finish_id?: string | null
          id?: string
          price_eur?: number | null
          product_id?: string | null
          sku?: string
        }
        Relationships: [
          {
            foreignKeyName: "product_variants_colour_id_fkey"
            columns: ["colour_id"]
            isOneToOne: false
            referencedRelation: "colours"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "product_variants_finish_id_fkey"
            columns: ["finish_id"]
            isOneToOne: false
            referencedRelation: "finishes"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "product_variants_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
        ]
      }
      products: {
        Row: {
          brand_id: string | null
          created_at: string | null
          id: string
          is_active: boolean
          is_featured: boolean
          price_eur: number | null
          sku: string
          style_id: string | null
          title: string
        }
        Insert: {
          brand_id?: string | null
          created_at?: string | null
          id?: string
          is_active?: boolean
          is_featured?: boolean
          price_eur?: number | null
          sku: string
          style_id?: string | null
          title: string
        }
        Update: {
          brand_id?: string | null
          created_at?: string | null
          id?: string
          is_active?: boolean
          is_featured?: boolean
          price_eur?: number | null
          sku?: string
          style_id?: string | null
          title?: string
        }
        Relationships: [
          {
            foreignKeyName: "products_brand_id_fkey"
            columns: ["brand_id"]
            isOneToOne: false
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "products_style_id_fkey"
            columns: ["style_id"]
            isOneToOne: false
            referencedRelation: "styles"
            referencedColumns: ["id"]
          },
        ]
      }
      purchase_order_lines: {
        Row: {
          cost_eur: number | null
          id: string
          product_id: string | null
          purchase_order_id: string | null
          quantity_count: number
        }
        Insert: {
          cost_eur?: number | null
          id?: string
          product_id?: string | null
          purchase_order_id?: string | null
          quantity_count?: number
        }
        Update: {
          cost_eur?: number | null
          id?: string
          product_id?: string | null
          purchase_order_id?: string | null
          quantity_count?: number
        }
        Relationships: [
          {
            foreignKeyName: "purchase_order_lines_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "purchase_order_lines_purchase_order_id_fkey"
            columns: ["purchase_order_id"]
            isOneToOne: false
            referencedRelation: "purchase_orders"
            referencedColumns: ["id"]
          },
        ]
      }
      purchase_orders: {
        Row: {
          id: string
          note: string | null
          ordered_at: string | null
          supplier_id: string | null
        }
        Insert: {
          id?: string
          note?: string | null
          ordered_at?: string | null
          supplier_id?: string | null
        }
        Update: {
          id?: string
          note?: string | null
          ordered_at?: string | null
          supplier_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "purchase_orders_supplier_id_fkey"
            columns: ["supplier_id"]
            isOneToOne: false
            referencedRelation: "suppliers"
            referencedColumns: ["id"]
          },
        ]
      }
      quote_lines: {
        Row: {
          id: number
          product_id: string | null
          quantity: number
          quote_id: string
        }
        Insert: {
          id?: never
          product_id?: string | null
          quantity: number
          quote_id: string
        }
        Update: {
          id?: never
          product_id?: string | null
          quantity?: number
          quote_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "quote_lines_quote_id_fkey"
            columns: ["quote_id"]
            isOneToOne: false
            referencedRelation: "quotes_2025"
            referencedColumns: ["id"]
          },
        ]
      }
      quotes: {
        Row: {
          id: string
          state: Database["public"]["Enums"]["quote_state"]
          valid_until: string | null
        }
        Insert: {
          id?: string
          state?: Database["public"]["Enums"]["quote_state"]
          valid_until?: string | null
        }
        Update: {
          id?: string
          state?: Database["public"]["Enums"]["quote_state"]
          valid_until?: string | null
        }
        Relationships: []
      }
      quotes_2025: {
        Row: {
          created_at: string
          customer_id: string | null
          id: string
          state: Database["public"]["Enums"]["quote_state"]
          updated_at: string | null
        }
        Insert: {
          created_at?: string
          customer_id?: string | null
          id?: string
          state?: Database["public"]["Enums"]["quote_state"]
          updated_at?: string | null
        }
        Update: {
          created_at?: string
          customer_id?: string | null
          id?: string
          state?: Database["public"]["Enums"]["quote_state"]
          updated_at?: string | null
        }
        Relationships: []
      }
      redirects_301: {
        Row: {
          from_path: string
          id: string
          to_path: string
        }
        Insert: {
          from_path: string
          id?: string
          to_path: string
        }
        Update: {
          from_path?: string
          id?: string
          to_path?: string
        }
        Relationships: []
      }
      refunds: {
        Row: {
          amount_eur: number | null
          id: string
          payment_id: string | null
          reason: string | null
        }
        Insert: {
          amount_eur?: number | null
          id?: string
          payment_id?: string | null
          reason?: string | null
        }
        Update: {
          amount_eur?: number | null
          id?: string
          payment_id?: string | null
          reason?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "refunds_payment_id_fkey"
            columns: ["payment_id"]
            isOneToOne: false
            referencedRelation: "payments"
            referencedColumns: ["id"]
          },
        ]
      }
      return_reasons: {
        Row: {
          id: string
          label: string
        }
        Insert: {
          id?: string
          label: string
        }
        Update: {
          id?: string
          label?: string
        }
        Relationships: []
      }
      Returns: {
        Row: {
          id: string
          quote_id: string | null
          received_at: string | null
          return_reason_id: string | null
        }
        Insert: {
          id?: string
          quote_id?: string | null
          received_at?: string | null
          return_reason_id?: string | null
        }
        Update: {
          id?: string
          quote_id?: string | null
          received_at?: string | null
          return_reason_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "Returns_quote_id_fkey"
            columns: ["quote_id"]
            isOneToOne: false
            referencedRelation: "quotes"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "Returns_return_reason_id_fkey"
            columns: ["return_reason_id"]
            isOneToOne: false
            referencedRelation: "return_reasons"
            referencedColumns: ["id"]
          },
        ]
      }
      review_photos: {
        Row: {
          id: string
          path: string
          review_id: string
        }
        Insert: {
          id?: string
          path: string
          review_id: string
        }
        Update: {
          id?: string
          path?: string
          review_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "review_photos_review_id_fkey"
            columns: ["review_id"]
            isOneToOne: false
            referencedRelation: "reviews"
            referencedColumns: ["id"]
          },
        ]
      }
      reviews: {
        Row: {
          created_at: string
          id: string
          product_id: string | null
          stars: number
        }
        Insert: {
          created_at?: string
          id?: string
          product_id?: string | null
          stars: number
        }
        Update: {
          created_at?: string
          id?: string
          product_id?: string | null
          stars?: number
        }
        Relationships: []
      }
      rooms: {
        Row: {
          id: string
          name: string
          slug: string
        }
        Insert: {
          id?: string
          name: string
          slug: string
        }
        Update: {
          id?: string
          name?: string
          slug?: string
        }
        Relationships: []
      }
      settings: {
        Row: {
          id: string
          key: string
          value: Json | null
        }
        Insert: {
          id?: string
          key: string
          value?: Json | null
        }
        Update: {
          id?: string
          key?: string
          value?: Json | null
        }
        Relationships: []
      }
      shipment_events: {
        Row: {
          event: string
          id: number
          shipment_id: string
        }
        Insert: {
          event: string
          id?: never
          shipment_id: string
        }
        Update: {
          event?: string
          id?: never
          shipment_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "shipment_events_shipment_id_fkey"
            columns: ["shipment_id"]
            isOneToOne: false
            referencedRelation: "shipments"
            referencedColumns: ["id"]
          },
        ]
      }
      shipments: {
        Row: {
          carrier_id: string | null
          id: string
          order_id: string | null
          sent_at: string | null
        }
        Insert: {
          carrier_id?: string | null
          id?: string
          order_id?: string | null
          sent_at?: string | null
        }
        Update: {
          carrier_id?: string | null
          id?: string
          order_id?: string | null
          sent_at?: string | null
        }
        Relationships: []
      }
      showrooms: {
        Row: {
          city: string
          id: string
          opened_on: string | null
        }
        Insert: {
          city: string
          id?: string
          opened_on?: string | null
        }
        Update: {
          city?: string
          id?: string
          opened_on?: string | null
        }
        Relationships: []
      }
      staff_shifts: {
        Row: {
          employee_id: string | null
          id: number
          starts_at: string
        }
        Insert: {
          employee_id?: string | null
          id?: never
          starts_at: string
        }
        Update: {
          employee_id?: string | null
          id?: never
          starts_at?: string
        }
        Relationships: []
      }
      stock_baseline: {
        Row: {
          product_id: string | null
          quantity: number | null
        }
        Insert: {
          product_id?: string | null
          quantity?: number | null
        }
        Update: {
          product_id?: string | null
          quantity?: number | null
        }
        Relationships: []
      }
      stock_counts: {
        Row: {
          counted_at: string | null
          id: string
          product_id: string | null
          quantity_count: number
          warehouse_bin_id: string | null
        }
        Insert: {
          counted_at?: string | null
          id?: string
          product_id?: string | null
          quantity_count?: number
          warehouse_bin_id?: string | null
        }
        Update: {
          counted_at?: string | null
          id?: string
          product_id?: string | null
          quantity_count?: number
          warehouse_bin_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "stock_counts_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "stock_counts_warehouse_bin_id_fkey"
            columns: ["warehouse_bin_id"]
            isOneToOne: false
            referencedRelation: "warehouse_bins"
            referencedColumns: ["id"]
          },
        ]
      }
      stock_movements: {
        Row: {
          id: number
          moved_at: string
          product_id: string | null
          quantity: number
          warehouse_id: string | null
        }
        Insert: {
          id?: number
          moved_at?: string
          product_id?: string | null
          quantity: number
          warehouse_id?: string | null
        }
        Update: {
          id?: number
          moved_at?: string
          product_id?: string | null
          quantity?: number
          warehouse_id?: string | null
        }
        Relationships: []
      }
      styles: {
        Row: {
          description: string | null
          id: string
          name: string
        }
        Insert: {
          description?: string | null
          id?: string
          name: string
        }
        Update: {
          description?: string | null
          id?: string
          name?: string
        }
        Relationships: []
      }
      supplier_contacts: {
        Row: {
          full_name: string
          id: string
          phone: string | null
          supplier_id: string | null
        }
        Insert: {
          full_name: string
          id?: string
          phone?: string | null
          supplier_id?: string | null
        }
        Update: {
          full_name?: string
          id?: string
          phone?: string | null
          supplier_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "supplier_contacts_supplier_id_fkey"
            columns: ["supplier_id"]
            isOneToOne: false
            referencedRelation: "suppliers"
            referencedColumns: ["id"]
          },
        ]
      }
      supplier_products: {
        Row: {
          cost_eur: number | null
          id: string
          product_id: string | null
          supplier_id: string | null
        }
        Insert: {
          cost_eur?: number | null
          id?: string
          product_id?: string | null
          supplier_id?: string | null
        }
        Update: {
          cost_eur?: number | null
          id?: string
          product_id?: string | null
          supplier_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "supplier_products_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "supplier_products_supplier_id_fkey"
            columns: ["supplier_id"]
            isOneToOne: false
            referencedRelation: "suppliers"
            referencedColumns: ["id"]
          },
        ]
      }
      supplier_ratings: {
        Row: {
          comment: string | null
          id: string
          stars_count: number
          supplier_id: string | null
        }
        Insert: {
          comment?: string | null
          id?: string
          stars_count?: number
          supplier_id?: string | null
        }
        Update: {
          comment?: string | null
          id?: string
          stars_count?: number
          supplier_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "supplier_ratings_supplier_id_fkey"
            columns: ["supplier_id"]
            isOneToOne: false
            referencedRelation: "suppliers"
            referencedColumns: ["id"]
          },
        ]
      }
      suppliers: {
        Row: {
          country: string | null
          id: string
          lead_days_count: number
          name: string
        }
        Insert: {
          country?: string | null
          id?: string
          lead_days_count?: number
          name: string
        }
        Update: {
          country?: string | null
          id?: string
          lead_days_count?: number
          name?: string
        }
        Relationships: []
      }
      tags: {
        Row: {
          id: string
          label: string
          slug: string
        }
        Insert: {
          id?: string
          label: string
          slug: string
        }
        Update: {
          id?: string
          label?: string
          slug?: string
        }
        Relationships: []
      }
      team_members: {
        Row: {
          employee_id: string | null
          id: string
          joined_on: string | null
          team_id: string | null
        }
        Insert: {
          employee_id?: string | null
          id?: string
          joined_on?: string | null
          team_id?: string | null
        }
        Update: {
          employee_id?: string | null
          id?: string
          joined_on?: string | null
          team_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "team_members_employee_id_fkey"
            columns: ["employee_id"]
            isOneToOne: false
            referencedRelation: "employees"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "team_members_team_id_fkey"
            columns: ["team_id"]
            isOneToOne: false
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      teams: {
        Row: {
          branch_id: string | null
          id: string
          name: string
        }
        Insert: {
          branch_id?: string | null
          id?: string
          name: string
        }
        Update: {
          branch_id?: string | null
          id?: string
          name?: string
        }
        Relationships: [
          {
            foreignKeyName: "teams_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      tmp_export_march: {
        Row: {
          exported_at: string | null
          id: string
          payload: Json | null
        }
        Insert: {
          exported_at?: string | null
          id?: string
          payload?: Json | null
        }
        Update: {
          exported_at?: string | null
          id?: string
          payload?: Json | null
        }
        Relationships: []
      }
      translations: {
        Row: {
          content: Json | null
          id: string
          language: string
          page_id: string | null
        }
        Insert: {
          content?: Json | null
          id?: string
          language: string
          page_id?: string | null
        }
        Update: {
          content?: Json | null
          id?: string
          language?: string
          page_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "translations_page_id_fkey"
            columns: ["page_id"]
            isOneToOne: false
            referencedRelation: "pages"
            referencedColumns: ["id"]
          },
        ]
      }
      vat_rates_2024: {
        Row: {
          country: string
          id: string
          rate_eur: number | null
        }
        Insert: {
          country: string
          id?: string
          rate_eur?: number | null
        }
        Update: {
          country?: string
          id?: string
          rate_eur?: number | null
        }
        Relationships: []
      }
      vehicles: {
        Row: {
          branch_id: string | null
          id: string
          plate: string
        }
        Insert: {
          branch_id?: string | null
          id?: string
          plate: string
        }
        Update: {
          branch_id?: string | null
          id?: string
          plate?: string
        }
        Relationships: [
          {
            foreignKeyName: "vehicles_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      visits: {
        Row: {
          id: string
          showroom_id: string
          visited_at: string
        }
        Insert: {
          id?: string
          showroom_id: string
          visited_at?: string
        }
        Update: {
          id?: string
          showroom_id?: string
          visited_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "showroom_visits_showroom_id_fkey"
            columns: ["showroom_id"]
            isOneToOne: false
            referencedRelation: "showrooms"
            referencedColumns: ["id"]
          },
        ]
      }
      warehouse_bins: {
        Row: {
          code: string
          id: string
          warehouse_id: string | null
        }
        Insert: {
          code: string
          id?: string
          warehouse_id?: string | null
        }
        Update: {
          code?: string
          id?: string
          warehouse_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "warehouse_bins_warehouse_id_fkey"
            columns: ["warehouse_id"]
            isOneToOne: false
            referencedRelation: "warehouses"
            referencedColumns: ["id"]
          },
        ]
      }
      warehouses: {
        Row: {
          address: string | null
          branch_id: string | null
          id: string
          name: string
        }
        Insert: {
          address?: string | null
          branch_id?: string | null
          id?: string
          name: string
        }
        Update: {
          address?: string | null
          branch_id?: string | null
          id?: string
          name?: string
        }
        Relationships: [
          {
            foreignKeyName: "warehouses_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      webhooks: {
        Row: {
          id: string
          url: string
        }
        Insert: {
          id?: string
          url: string
        }
        Update: {
          id?: string
          url?: string
        }
        Relationships: []
      }
      working_hours: {
        Row: {
          employee_id: string | null
          ends_at: string | null
          id: string
          starts_at: string | null
          weekday_count: number
        }
        Insert: {
          employee_id?: string | null
          ends_at?: string | null
          id?: string
          starts_at?: string | null
          weekday_count?: number
        }
        Update: {
          employee_id?: string | null
          ends_at?: string | null
          id?: string
          starts_at?: string | null
          weekday_count?: number
        }
        Relationships: [
          {
            foreignKeyName: "working_hours_employee_id_fkey"
            columns: ["employee_id"]
            isOneToOne: false
            referencedRelation: "employees"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      archive_movements: { Args: { year: number }; Returns: undefined }
    }
    Enums: {
      quote_state: "draft" | "sent" | "accepted" | "lost"
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    keyof DefaultSchema["Tables"] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    keyof DefaultSchema["Tables"] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    keyof DefaultSchema["Enums"] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  graphql_public: {
    Enums: {},
  },
  public: {
    Enums: {
      quote_state: ["draft", "sent", "accepted", "lost"],
    },
  },
} as const

