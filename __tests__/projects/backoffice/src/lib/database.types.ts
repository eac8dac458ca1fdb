
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "billing": {
          Tables: {
            "accounts": {
                  Row: {
                    "balance": Database["billing"]['CompositeTypes']["money"] | null,"customer_id": string,"default_method": Database["billing"]['Enums']["payment_method"],"iban": string | null,"id": string,"opened_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "balance"?: Database["billing"]['CompositeTypes']["money"] | null,"customer_id": string,"default_method"?: Database["billing"]['Enums']["payment_method"],"iban"?: string | null,"id"?: string,"opened_at"?: string
                  }
                  Update: {
                    "balance"?: Database["billing"]['CompositeTypes']["money"] | null,"customer_id"?: string,"default_method"?: Database["billing"]['Enums']["payment_method"],"iban"?: string | null,"id"?: string,"opened_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"invoice_lines": {
                  Row: {
                    "description": string,"invoice_id": string,"line_no": number,"quantity": number,"tax_rate": number,"unit_price": number
                  }
                  ComputedFields: never
                  Insert: {
                    "description": string,"invoice_id": string,"line_no": number,"quantity"?: number,"tax_rate"?: number,"unit_price": number
                  }
                  Update: {
                    "description"?: string,"invoice_id"?: string,"line_no"?: number,"quantity"?: number,"tax_rate"?: number,"unit_price"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "invoice_lines_invoice_id_fkey"
      columns: ["invoice_id"]
isOneToOne: false
      referencedRelation: "invoices"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "invoice_lines_invoice_id_fkey"
      columns: ["invoice_id"]
isOneToOne: false
      referencedRelation: "open_invoices"
      referencedColumns: ["id"]
    }
                  ]
                },"invoices": {
                  Row: {
                    "account_id": string,"corrects_id": string | null,"created_at": string,"due_on": string | null,"gross": number | null,"id": string,"issued_on": string | null,"net": number,"number": number,"order_id": number | null,"pdf_path": string | null,"snapshot": NonNullable<Json>,"status": Database["billing"]['Enums']["invoice_status"],"tax": number
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"corrects_id"?: string | null,"created_at"?: string,"due_on"?: string | null,"gross"?: never,"id"?: string,"issued_on"?: string | null,"net": number,"number"?: number,"order_id"?: number | null,"pdf_path"?: string | null,"snapshot": NonNullable<Json>,"status"?: Database["billing"]['Enums']["invoice_status"],"tax"?: number
                  }
                  Update: {
                    "account_id"?: string,"corrects_id"?: string | null,"created_at"?: string,"due_on"?: string | null,"gross"?: never,"id"?: string,"issued_on"?: string | null,"net"?: number,"number"?: number,"order_id"?: number | null,"pdf_path"?: string | null,"snapshot"?: NonNullable<Json>,"status"?: Database["billing"]['Enums']["invoice_status"],"tax"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "invoices_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "invoices_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "ageing"
      referencedColumns: ["account_id"]
    },{
      foreignKeyName: "invoices_corrects_id_fkey"
      columns: ["corrects_id"]
isOneToOne: false
      referencedRelation: "invoices"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "invoices_corrects_id_fkey"
      columns: ["corrects_id"]
isOneToOne: false
      referencedRelation: "open_invoices"
      referencedColumns: ["id"]
    }
                  ]
                },"payments": {
                  Row: {
                    "amount": number,"id": string,"invoice_id": string,"method": Database["billing"]['Enums']["payment_method"],"raw": Json | null,"received_at": string,"reference": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "amount": number,"id"?: string,"invoice_id": string,"method": Database["billing"]['Enums']["payment_method"],"raw"?: Json | null,"received_at"?: string,"reference"?: string | null
                  }
                  Update: {
                    "amount"?: number,"id"?: string,"invoice_id"?: string,"method"?: Database["billing"]['Enums']["payment_method"],"raw"?: Json | null,"received_at"?: string,"reference"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "payments_invoice_id_fkey"
      columns: ["invoice_id"]
isOneToOne: false
      referencedRelation: "invoices"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "payments_invoice_id_fkey"
      columns: ["invoice_id"]
isOneToOne: false
      referencedRelation: "open_invoices"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Views: {
            "ageing": {
                  Row: {
                    "account_id": string,"not_due": number | null,"overdue": number | null
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"open_invoices": {
                  Row: {
                    "account_id": string,"company": string | null,"contact_name": string,"days_overdue": number | null,"due_on": string | null,"gross": number | null,"id": string,"number": number,"outstanding": number | null,"paid": number | null
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "invoices_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "invoices_account_id_fkey"
      columns: ["account_id"]
isOneToOne: false
      referencedRelation: "ageing"
      referencedColumns: ["account_id"]
    }
                  ]
                }
          }
          Functions: {
            "issue_invoice":
{ Args: { "due_in"?: string,"invoice_id": string }; Returns: {
              "account_id": string,
"corrects_id": string | null,
"created_at": string,
"due_on": string | null,
"gross": number | null,
"id": string,
"issued_on": string | null,
"net": number,
"number": number,
"order_id": number | null,
"pdf_path": string | null,
"snapshot": NonNullable<Json>,
"status": Database["billing"]['Enums']["invoice_status"],
"tax": number
            }
                          SetofOptions: {
        from: "*"
        to: "invoices"
        isOneToOne: true
        isSetofReturn: false
      } }
          }
          Enums: {
            "invoice_status": "draft"|"open"|"paid"|"void"|"uncollectible","payment_method": "card"|"sepa"|"transfer"
          }
          CompositeTypes: {
            "money": {
                        "amount": number | null,"currency": string | null
                      }
          }
        },"graphql_public": {
          Tables: {
            [_ in never]: never
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "graphql":
{ Args: { "extensions"?: Json,"operationName"?: string,"query"?: string,"variables"?: Json }; Returns: Json
                           }
          }
          Enums: {
            [_ in never]: never
          }
          CompositeTypes: {
            [_ in never]: never
          }
        },"public": {
          Tables: {
            "activity_events": {
                  Row: {
                    "actor_id": string | null,"id": string,"ip": unknown,"kind": string,"occurred_at": string,"organisation_id": string,"payload": NonNullable<Json>,"subject_id": string | null,"subject_table": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"id"?: string,"ip"?: unknown,"kind": string,"occurred_at"?: string,"organisation_id": string,"payload"?: NonNullable<Json>,"subject_id"?: string | null,"subject_table"?: string | null
                  }
                  Update: {
                    "actor_id"?: string | null,"id"?: string,"ip"?: unknown,"kind"?: string,"occurred_at"?: string,"organisation_id"?: string,"payload"?: NonNullable<Json>,"subject_id"?: string | null,"subject_table"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "activity_events_actor_id_fkey"
      columns: ["actor_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "activity_events_organisation_id_fkey"
      columns: ["organisation_id"]
isOneToOne: false
      referencedRelation: "organisations"
      referencedColumns: ["id"]
    }
                  ]
                },"activity_events_2025_h2": {
                  Row: {
                    "actor_id": string | null,"id": string,"ip": unknown,"kind": string,"occurred_at": string,"organisation_id": string,"payload": NonNullable<Json>,"subject_id": string | null,"subject_table": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"id"?: string,"ip"?: unknown,"kind": string,"occurred_at"?: string,"organisation_id": string,"payload"?: NonNullable<Json>,"subject_id"?: string | null,"subject_table"?: string | null
                  }
                  Update: {
                    "actor_id"?: string | null,"id"?: string,"ip"?: unknown,"kind"?: string,"occurred_at"?: string,"organisation_id"?: string,"payload"?: NonNullable<Json>,"subject_id"?: string | null,"subject_table"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"activity_events_2026_h1": {
                  Row: {
                    "actor_id": string | null,"id": string,"ip": unknown,"kind": string,"occurred_at": string,"organisation_id": string,"payload": NonNullable<Json>,"subject_id": string | null,"subject_table": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"id"?: string,"ip"?: unknown,"kind": string,"occurred_at"?: string,"organisation_id": string,"payload"?: NonNullable<Json>,"subject_id"?: string | null,"subject_table"?: string | null
                  }
                  Update: {
                    "actor_id"?: string | null,"id"?: string,"ip"?: unknown,"kind"?: string,"occurred_at"?: string,"organisation_id"?: string,"payload"?: NonNullable<Json>,"subject_id"?: string | null,"subject_table"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"activity_events_default": {
                  Row: {
                    "actor_id": string | null,"id": string,"ip": unknown,"kind": string,"occurred_at": string,"organisation_id": string,"payload": NonNullable<Json>,"subject_id": string | null,"subject_table": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_id"?: string | null,"id"?: string,"ip"?: unknown,"kind": string,"occurred_at"?: string,"organisation_id": string,"payload"?: NonNullable<Json>,"subject_id"?: string | null,"subject_table"?: string | null
                  }
                  Update: {
                    "actor_id"?: string | null,"id"?: string,"ip"?: unknown,"kind"?: string,"occurred_at"?: string,"organisation_id"?: string,"payload"?: NonNullable<Json>,"subject_id"?: string | null,"subject_table"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"brands": {
                  Row: {
                    "country": string | null,"id": number,"name": string,"website": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "country"?: string | null,"id"?: number,"name": string,"website"?: string | null
                  }
                  Update: {
                    "country"?: string | null,"id"?: number,"name"?: string,"website"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"categories": {
                  Row: {
                    "id": number,"name": string,"parent_id": number | null,"position": number,"slug": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: never,"name": string,"parent_id"?: number | null,"position"?: number,"slug": string
                  }
                  Update: {
                    "id"?: never,"name"?: string,"parent_id"?: number | null,"position"?: number,"slug"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "categories_parent_id_fkey"
      columns: ["parent_id"]
isOneToOne: false
      referencedRelation: "categories"
      referencedColumns: ["id"]
    }
                  ]
                },"customer_addresses": {
                  Row: {
                    "city": string,"country": string,"customer_id": string,"id": number,"kind": Database["public"]['Enums']["address_kind"],"line1": string,"line2": string | null,"postcode": string
                  }
                  ComputedFields: never
                  Insert: {
                    "city": string,"country"?: string,"customer_id": string,"id"?: never,"kind"?: Database["public"]['Enums']["address_kind"],"line1": string,"line2"?: string | null,"postcode": string
                  }
                  Update: {
                    "city"?: string,"country"?: string,"customer_id"?: string,"id"?: never,"kind"?: Database["public"]['Enums']["address_kind"],"line1"?: string,"line2"?: string | null,"postcode"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "customer_addresses_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    }
                  ]
                },"customers": {
                  Row: {
                    "company": string | null,"contact_name": string,"created_at": string,"credit_limit": number,"email": string,"id": string,"is_business": boolean | null,"organisation_id": string,"phone": string | null,"preferred_tags": (string)[],"profile_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "company"?: string | null,"contact_name": string,"created_at"?: string,"credit_limit"?: number,"email": string,"id"?: string,"is_business"?: never,"organisation_id": string,"phone"?: string | null,"preferred_tags"?: (string)[],"profile_id"?: string | null
                  }
                  Update: {
                    "company"?: string | null,"contact_name"?: string,"created_at"?: string,"credit_limit"?: number,"email"?: string,"id"?: string,"is_business"?: never,"organisation_id"?: string,"phone"?: string | null,"preferred_tags"?: (string)[],"profile_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "clients_organisation_id_fkey"
      columns: ["organisation_id"]
isOneToOne: false
      referencedRelation: "organisations"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "clients_profile_id_fkey"
      columns: ["profile_id"]
isOneToOne: true
      referencedRelation: "profiles"
      referencedColumns: ["id"]
    }
                  ]
                },"employees": {
                  Row: {
                    "badge_no": number,"emergency_contact": NonNullable<Json>,"id": string,"manager_id": string | null,"salary_band": string | null,"shifts": (unknown)[]
                  }
                  ComputedFields: never
                  Insert: {
                    "badge_no"?: number,"emergency_contact"?: NonNullable<Json>,"id": string,"manager_id"?: string | null,"salary_band"?: string | null,"shifts"?: (unknown)[]
                  }
                  Update: {
                    "badge_no"?: number,"emergency_contact"?: NonNullable<Json>,"id"?: string,"manager_id"?: string | null,"salary_band"?: string | null,"shifts"?: (unknown)[]
                  }
                  Relationships: [
                    {
      foreignKeyName: "employees_id_fkey"
      columns: ["id"]
isOneToOne: true
      referencedRelation: "profiles"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "employees_manager_id_fkey"
      columns: ["manager_id"]
isOneToOne: false
      referencedRelation: "employees"
      referencedColumns: ["id"]
    }
                  ]
                },"LegacyImport": {
                  Row: {
                    "fileName": string,"finishedAt": string | null,"Größe": number | null,"importedBy": string | null,"importId": number,"row count": number,"select": boolean,"state": Database["public"]['Enums']["Legacy State"]
                  }
                  ComputedFields: never
                  Insert: {
                    "fileName": string,"finishedAt"?: string | null,"Größe"?: number | null,"importedBy"?: string | null,"importId"?: never,"row count"?: number,"select"?: boolean,"state"?: Database["public"]['Enums']["Legacy State"]
                  }
                  Update: {
                    "fileName"?: string,"finishedAt"?: string | null,"Größe"?: number | null,"importedBy"?: string | null,"importId"?: never,"row count"?: number,"select"?: boolean,"state"?: Database["public"]['Enums']["Legacy State"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "LegacyImport_importedBy_fkey"
      columns: ["importedBy"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["id"]
    }
                  ]
                },"memberships": {
                  Row: {
                    "invited_by": string | null,"joined_at": string,"organisation_id": string,"profile_id": string,"role": Database["public"]['Enums']["member_role"]
                  }
                  ComputedFields: never
                  Insert: {
                    "invited_by"?: string | null,"joined_at"?: string,"organisation_id": string,"profile_id": string,"role"?: Database["public"]['Enums']["member_role"]
                  }
                  Update: {
                    "invited_by"?: string | null,"joined_at"?: string,"organisation_id"?: string,"profile_id"?: string,"role"?: Database["public"]['Enums']["member_role"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "memberships_invited_by_fkey"
      columns: ["invited_by"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "memberships_organisation_id_fkey"
      columns: ["organisation_id"]
isOneToOne: false
      referencedRelation: "organisations"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "memberships_profile_id_fkey"
      columns: ["profile_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["id"]
    }
                  ]
                },"order_items": {
                  Row: {
                    "discount_percent": number,"line_total": number | null,"order_id": number,"position": number,"quantity": number,"unit_price": number,"variant_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "discount_percent"?: number,"line_total"?: never,"order_id": number,"position": number,"quantity"?: number,"unit_price": number,"variant_id": number
                  }
                  Update: {
                    "discount_percent"?: number,"line_total"?: never,"order_id"?: number,"position"?: number,"quantity"?: number,"unit_price"?: number,"variant_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "order_items_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "order_overview"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_items_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_items_variant_id_fkey"
      columns: ["variant_id"]
isOneToOne: false
      referencedRelation: "product_variants"
      referencedColumns: ["id"]
    }
                  ]
                },"orders": {
                  Row: {
                    "billing_address_id": number | null,"created_at": string,"currency": string,"customer_id": string,"id": number,"notes": string | null,"organisation_id": string,"placed_at": string | null,"reference": string | null,"shipping_address_id": number | null,"status": Database["public"]['Enums']["order_status"],"total": number,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "billing_address_id"?: number | null,"created_at"?: string,"currency"?: string,"customer_id": string,"id"?: number,"notes"?: string | null,"organisation_id": string,"placed_at"?: string | null,"reference"?: string | null,"shipping_address_id"?: number | null,"status"?: Database["public"]['Enums']["order_status"],"total"?: number,"updated_at"?: string
                  }
                  Update: {
                    "billing_address_id"?: number | null,"created_at"?: string,"currency"?: string,"customer_id"?: string,"id"?: number,"notes"?: string | null,"organisation_id"?: string,"placed_at"?: string | null,"reference"?: string | null,"shipping_address_id"?: number | null,"status"?: Database["public"]['Enums']["order_status"],"total"?: number,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "orders_billing_address_id_fkey"
      columns: ["billing_address_id"]
isOneToOne: false
      referencedRelation: "customer_addresses"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "orders_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "orders_organisation_id_fkey"
      columns: ["organisation_id"]
isOneToOne: false
      referencedRelation: "organisations"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "orders_shipping_address_id_fkey"
      columns: ["shipping_address_id"]
isOneToOne: false
      referencedRelation: "customer_addresses"
      referencedColumns: ["id"]
    }
                  ]
                },"organisations": {
                  Row: {
                    "created_at": string,"created_by": string | null,"id": string,"name": string,"settings": NonNullable<Json>,"slug": string,"updated_at": string,"vat_number": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"created_by"?: string | null,"id"?: string,"name": string,"settings"?: NonNullable<Json>,"slug": string,"updated_at"?: string,"vat_number"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"created_by"?: string | null,"id"?: string,"name"?: string,"settings"?: NonNullable<Json>,"slug"?: string,"updated_at"?: string,"vat_number"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "organisations_created_by_fkey"
      columns: ["created_by"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["id"]
    }
                  ]
                },"product_images": {
                  Row: {
                    "alt_text": string | null,"id": string,"object_id": string | null,"position": number,"product_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "alt_text"?: string | null,"id"?: string,"object_id"?: string | null,"position"?: number,"product_id": number
                  }
                  Update: {
                    "alt_text"?: string | null,"id"?: string,"object_id"?: string | null,"position"?: number,"product_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "product_images_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "active_products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "product_images_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "products"
      referencedColumns: ["id"]
    }
                  ]
                },"product_seo": {
                  Row: {
                    "meta_description": string | null,"product_id": number,"structured_data": Json | null,"title": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "meta_description"?: string | null,"product_id": number,"structured_data"?: Json | null,"title"?: string | null
                  }
                  Update: {
                    "meta_description"?: string | null,"product_id"?: number,"structured_data"?: Json | null,"title"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "product_seo_product_id_fkey"
      columns: ["product_id"]
isOneToOne: true
      referencedRelation: "active_products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "product_seo_product_id_fkey"
      columns: ["product_id"]
isOneToOne: true
      referencedRelation: "products"
      referencedColumns: ["id"]
    }
                  ]
                },"product_tags": {
                  Row: {
                    "product_id": number,"tag_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "product_id": number,"tag_id": string
                  }
                  Update: {
                    "product_id"?: number,"tag_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "product_tags_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "active_products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "product_tags_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "product_tags_tag_id_fkey"
      columns: ["tag_id"]
isOneToOne: false
      referencedRelation: "tags"
      referencedColumns: ["id"]
    }
                  ]
                },"product_variants": {
                  Row: {
                    "barcode": string | null,"colour": string | null,"cost_price": number | null,"id": number,"is_default": boolean,"list_price": number,"margin": number | null,"product_id": number,"sku": string,"stock_available": number | null
                  }
                  ComputedFields: "stock_available"
                  Insert: {
                    "barcode"?: string | null,"colour"?: string | null,"cost_price"?: number | null,"id"?: number,"is_default"?: boolean,"list_price": number,"margin"?: never,"product_id": number,"sku": string
                  }
                  Update: {
                    "barcode"?: string | null,"colour"?: string | null,"cost_price"?: number | null,"id"?: number,"is_default"?: boolean,"list_price"?: number,"margin"?: never,"product_id"?: number,"sku"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "product_variants_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "active_products"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "product_variants_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "products"
      referencedColumns: ["id"]
    }
                  ]
                },"products": {
                  Row: {
                    "attributes": NonNullable<Json>,"brand_id": number | null,"care_symbols": (string)[] | null,"category_id": number | null,"created_at": string,"description": string | null,"id": number,"materials": (string)[],"name": string,"organisation_id": string,"package_size": Database["public"]['CompositeTypes']["dimensions"] | null,"released_on": string | null,"search": unknown,"status": Database["public"]['Enums']["product_status"],"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attributes"?: NonNullable<Json>,"brand_id"?: number | null,"care_symbols"?: (string)[] | null,"category_id"?: number | null,"created_at"?: string,"description"?: string | null,"id"?: number,"materials"?: (string)[],"name": string,"organisation_id": string,"package_size"?: Database["public"]['CompositeTypes']["dimensions"] | null,"released_on"?: string | null,"search"?: never,"status"?: Database["public"]['Enums']["product_status"],"updated_at"?: string
                  }
                  Update: {
                    "attributes"?: NonNullable<Json>,"brand_id"?: number | null,"care_symbols"?: (string)[] | null,"category_id"?: number | null,"created_at"?: string,"description"?: string | null,"id"?: number,"materials"?: (string)[],"name"?: string,"organisation_id"?: string,"package_size"?: Database["public"]['CompositeTypes']["dimensions"] | null,"released_on"?: string | null,"search"?: never,"status"?: Database["public"]['Enums']["product_status"],"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "products_brand_id_fkey"
      columns: ["brand_id"]
isOneToOne: false
      referencedRelation: "brands"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "products_category_id_fkey"
      columns: ["category_id"]
isOneToOne: false
      referencedRelation: "categories"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "products_organisation_id_fkey"
      columns: ["organisation_id"]
isOneToOne: false
      referencedRelation: "organisations"
      referencedColumns: ["id"]
    }
                  ]
                },"profiles": {
                  Row: {
                    "avatar_path": string | null,"created_at": string,"email": string,"first_name": string | null,"id": string,"last_name": string | null,"last_seen_at": string | null,"locale": string,"updated_at": string,"full_name": string | null
                  }
                  ComputedFields: "full_name"
                  Insert: {
                    "avatar_path"?: string | null,"created_at"?: string,"email": string,"first_name"?: string | null,"id": string,"last_name"?: string | null,"last_seen_at"?: string | null,"locale"?: string,"updated_at"?: string
                  }
                  Update: {
                    "avatar_path"?: string | null,"created_at"?: string,"email"?: string,"first_name"?: string | null,"id"?: string,"last_name"?: string | null,"last_seen_at"?: string | null,"locale"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    
                  ]
                },"shipment_items": {
                  Row: {
                    "order_id": number,"position": number,"quantity": number,"shipment_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "order_id": number,"position": number,"quantity": number,"shipment_id": string
                  }
                  Update: {
                    "order_id"?: number,"position"?: number,"quantity"?: number,"shipment_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "shipment_items_order_id_position_fkey"
      columns: ["order_id","position"]
isOneToOne: false
      referencedRelation: "order_items"
      referencedColumns: ["order_id","position"]
    },{
      foreignKeyName: "shipment_items_shipment_id_fkey"
      columns: ["shipment_id"]
isOneToOne: false
      referencedRelation: "shipments"
      referencedColumns: ["id"]
    }
                  ]
                },"shipments": {
                  Row: {
                    "carrier": string,"delivered_at": string | null,"id": string,"order_id": number,"shipped_at": string | null,"tracking_code": string | null,"warehouse_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "carrier": string,"delivered_at"?: string | null,"id"?: string,"order_id": number,"shipped_at"?: string | null,"tracking_code"?: string | null,"warehouse_id": number
                  }
                  Update: {
                    "carrier"?: string,"delivered_at"?: string | null,"id"?: string,"order_id"?: number,"shipped_at"?: string | null,"tracking_code"?: string | null,"warehouse_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "shipments_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "order_overview"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "shipments_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "shipments_warehouse_id_fkey"
      columns: ["warehouse_id"]
isOneToOne: false
      referencedRelation: "warehouses"
      referencedColumns: ["id"]
    }
                  ]
                },"stock_levels": {
                  Row: {
                    "available": number | null,"counted_at": string | null,"on_hand": number,"reserved": number,"variant_id": number,"warehouse_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "available"?: never,"counted_at"?: string | null,"on_hand"?: number,"reserved"?: number,"variant_id": number,"warehouse_id": number
                  }
                  Update: {
                    "available"?: never,"counted_at"?: string | null,"on_hand"?: number,"reserved"?: number,"variant_id"?: number,"warehouse_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "stock_levels_variant_id_fkey"
      columns: ["variant_id"]
isOneToOne: false
      referencedRelation: "product_variants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "stock_levels_warehouse_id_fkey"
      columns: ["warehouse_id"]
isOneToOne: false
      referencedRelation: "warehouses"
      referencedColumns: ["id"]
    }
                  ]
                },"stock_movements": {
                  Row: {
                    "id": number,"made_at": string,"made_by": string | null,"note": string | null,"quantity": number,"reason": Database["public"]['Enums']["movement_reason"],"variant_id": number,"warehouse_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: number,"made_at"?: string,"made_by"?: string | null,"note"?: string | null,"quantity": number,"reason": Database["public"]['Enums']["movement_reason"],"variant_id": number,"warehouse_id": number
                  }
                  Update: {
                    "id"?: number,"made_at"?: string,"made_by"?: string | null,"note"?: string | null,"quantity"?: number,"reason"?: Database["public"]['Enums']["movement_reason"],"variant_id"?: number,"warehouse_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "stock_movements_level_fkey"
      columns: ["warehouse_id","variant_id"]
isOneToOne: false
      referencedRelation: "stock_levels"
      referencedColumns: ["warehouse_id","variant_id"]
    },{
      foreignKeyName: "stock_movements_made_by_fkey"
      columns: ["made_by"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["id"]
    }
                  ]
                },"supplier_products": {
                  Row: {
                    "minimum_quantity": number,"supplier_id": string,"supplier_sku": string | null,"unit_cost": number,"valid_during": unknown,"variant_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "minimum_quantity"?: number,"supplier_id": string,"supplier_sku"?: string | null,"unit_cost": number,"valid_during"?: unknown,"variant_id": number
                  }
                  Update: {
                    "minimum_quantity"?: number,"supplier_id"?: string,"supplier_sku"?: string | null,"unit_cost"?: number,"valid_during"?: unknown,"variant_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "supplier_products_supplier_id_fkey"
      columns: ["supplier_id"]
isOneToOne: false
      referencedRelation: "suppliers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "supplier_products_variant_id_fkey"
      columns: ["variant_id"]
isOneToOne: false
      referencedRelation: "product_variants"
      referencedColumns: ["id"]
    }
                  ]
                },"suppliers": {
                  Row: {
                    "contact_email": string | null,"id": string,"is_preferred": boolean,"lead_time": string,"name": string,"organisation_id": string,"payment_terms_days": number,"rating": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "contact_email"?: string | null,"id"?: string,"is_preferred"?: boolean,"lead_time"?: string,"name": string,"organisation_id": string,"payment_terms_days"?: number,"rating"?: number | null
                  }
                  Update: {
                    "contact_email"?: string | null,"id"?: string,"is_preferred"?: boolean,"lead_time"?: string,"name"?: string,"organisation_id"?: string,"payment_terms_days"?: number,"rating"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "suppliers_organisation_id_fkey"
      columns: ["organisation_id"]
isOneToOne: false
      referencedRelation: "organisations"
      referencedColumns: ["id"]
    }
                  ]
                },"tags": {
                  Row: {
                    "id": string,"label": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: string,"label": string
                  }
                  Update: {
                    "id"?: string,"label"?: string
                  }
                  Relationships: [
                    
                  ]
                },"user_preferences": {
                  Row: {
                    "created_at": string,"id": string,"language": string,"theme": string,"updated_at": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"language"?: string,"theme"?: string,"updated_at"?: string,"user_id": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"language"?: string,"theme"?: string,"updated_at"?: string,"user_id"?: string
                  }
                  Relationships: [
                    
                  ]
                },"warehouses": {
                  Row: {
                    "code": string,"id": number,"location": unknown,"name": string,"opening_hours": Json | null
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"id"?: never,"location"?: unknown,"name": string,"opening_hours"?: Json | null
                  }
                  Update: {
                    "code"?: string,"id"?: never,"location"?: unknown,"name"?: string,"opening_hours"?: Json | null
                  }
                  Relationships: [
                    
                  ]
                }
          }
          Views: {
            "active_products": {
                  Row: {
                    "attributes": NonNullable<Json>,"category_id": number | null,"description": string | null,"id": number,"name": string,"organisation_id": string
                  }
                  ComputedFields: never
                  Insert: {
                           "attributes"?: Json | null,"category_id"?: number | null,"description"?: string | null,"id"?: number | null,"name"?: string | null,"organisation_id"?: string | null
                         }
                        Update: {
                           "attributes"?: Json | null,"category_id"?: number | null,"description"?: string | null,"id"?: number | null,"name"?: string | null,"organisation_id"?: string | null
                         }
                        Relationships: [
                    {
      foreignKeyName: "products_category_id_fkey"
      columns: ["category_id"]
isOneToOne: false
      referencedRelation: "categories"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "products_organisation_id_fkey"
      columns: ["organisation_id"]
isOneToOne: false
      referencedRelation: "organisations"
      referencedColumns: ["id"]
    }
                  ]
                },"category_tree": {
                  Row: {
                    "depth": number | null,"id": number | null,"label": string | null,"name": string | null,"parent_id": number | null,"path": (string)[] | null
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"order_overview": {
                  Row: {
                    "company": string | null,"contact_name": string,"currency": string,"id": number,"lines": number | null,"organisation_id": string,"pieces": number | null,"placed_at": string | null,"status": Database["public"]['Enums']["order_status"],"total": number
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "orders_organisation_id_fkey"
      columns: ["organisation_id"]
isOneToOne: false
      referencedRelation: "organisations"
      referencedColumns: ["id"]
    }
                  ]
                },"sales_by_month": {
                  Row: {
                    "month": string | null,"orders": number | null,"organisation_id": string,"revenue": number | null
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "orders_organisation_id_fkey"
      columns: ["organisation_id"]
isOneToOne: false
      referencedRelation: "organisations"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Functions: {
            "dashboard":
{ Args: { "organisation": string,"since"?: string }; Returns: Record<string, unknown>
                           },
"finishImport":
{ Args: { "finalState"?: Database["public"]['Enums']["Legacy State"],"importId": number }; Returns: undefined
                           },
"full_name":
{ Args: { "": Database["public"]['Tables']["profiles"]['Row'] }; Returns: { error: true } & "the function public.full_name with parameter or with a single unnamed json/jsonb parameter, but no matches were found in the schema cache"
                           },
"is_member":
{ Args: { "at_least"?: (Database["public"]['Enums']["member_role"])[],"organisation": string }; Returns: boolean
                           },
"my_roles":
{ Args: Record<PropertyKey, never>; Returns: (Database["public"]['Enums']["member_role"])[]
                           },
"package_volume":
{ Args: { "package": Database["public"]['CompositeTypes']["dimensions"] }; Returns: number
                           },
"place_order":
{ Args: { "order_id": number }; Returns: {
              "billing_address_id": number | null,
"created_at": string,
"currency": string,
"customer_id": string,
"id": number,
"notes": string | null,
"organisation_id": string,
"placed_at": string | null,
"reference": string | null,
"shipping_address_id": number | null,
"status": Database["public"]['Enums']["order_status"],
"total": number,
"updated_at": string
            }
                          SetofOptions: {
        from: "*"
        to: "orders"
        isOneToOne: true
        isSetofReturn: false
      } },
"price_of":
{ Args: { "product_id": number,"quantity"?: number }; Returns: number
                           } |
{ Args: { "variant_sku": string }; Returns: number
                           },
"products_of_supplier":
{ Args: { "supplier": string }; Returns: {
              "attributes": NonNullable<Json>,
"brand_id": number | null,
"care_symbols": (string)[] | null,
"category_id": number | null,
"created_at": string,
"description": string | null,
"id": number,
"materials": (string)[],
"name": string,
"organisation_id": string,
"package_size": Database["public"]['CompositeTypes']["dimensions"] | null,
"released_on": string | null,
"search": unknown,
"status": Database["public"]['Enums']["product_status"],
"updated_at": string
            }[]
                          SetofOptions: {
        from: "*"
        to: "products"
        isOneToOne: false
        isSetofReturn: true
      } },
"search_products":
{ Args: { "in_category"?: number,"max_results"?: number,"query": string }; Returns: {
              "category": string,"from_price": number,"id": number,"name": string,"rank": number
            }[]
                           },
"stock_available":
{ Args: { "variant": Omit<Database["public"]['Tables']["product_variants"]['Row'], Database["public"]['Tables']["product_variants"]['ComputedFields']> }; Returns: number
                           },
"touch_last_seen":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           }
          }
          Enums: {
            "address_kind": "billing"|"shipping","Legacy State": "not started"|"in-progress"|"done (with \"errors\")"|"done","member_role": "owner"|"admin"|"buyer"|"warehouse"|"viewer","movement_reason": "purchase"|"sale"|"return"|"transfer"|"stocktake","order_status": "cart"|"placed"|"paid"|"shipped"|"refunded"|"cancelled","product_status": "draft"|"active"|"discontinued"
          }
          CompositeTypes: {
            "dimensions": {
                        "width_mm": number | null,"height_mm": number | null,"depth_mm": number | null,"weight_kg": number | null
                      }
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
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
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
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
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "billing": {
          Enums: {
            "invoice_status": ["draft", "open", "paid", "void", "uncollectible"],"payment_method": ["card", "sepa", "transfer"]
          }
        },"graphql_public": {
          Enums: {
            
          }
        },"public": {
          Enums: {
            "address_kind": ["billing", "shipping"],"Legacy State": ["not started", "in-progress", "done (with \"errors\")", "done"],"member_role": ["owner", "admin", "buyer", "warehouse", "viewer"],"movement_reason": ["purchase", "sale", "return", "transfer", "stocktake"],"order_status": ["cart", "placed", "paid", "shipped", "refunded", "cancelled"],"product_status": ["draft", "active", "discontinued"]
          }
        }
} as const
