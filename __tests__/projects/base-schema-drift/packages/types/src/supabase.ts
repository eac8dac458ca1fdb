
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "graphql_public": {
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
            "customers": {
                  Row: {
                    "auth_id": string | null,"email": string,"id": string,"name": string
                  }
                  ComputedFields: never
                  Insert: {
                    "auth_id"?: string | null,"email": string,"id"?: string,"name": string
                  }
                  Update: {
                    "auth_id"?: string | null,"email"?: string,"id"?: string,"name"?: string
                  }
                  Relationships: [
                    
                  ]
                },"order_lines": {
                  Row: {
                    "order_id": number,"product_id": number,"quantity": number
                  }
                  ComputedFields: never
                  Insert: {
                    "order_id": number,"product_id": number,"quantity": number
                  }
                  Update: {
                    "order_id"?: number,"product_id"?: number,"quantity"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "order_lines_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "customer_orders"
      referencedColumns: ["order_id"]
    },{
      foreignKeyName: "order_lines_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "order_lines_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "products"
      referencedColumns: ["id"]
    }
                  ]
                },"order_state_log": {
                  Row: {
                    "id": number,"logged_at": string,"order_id": number,"state": Database["public"]['Enums']["order_state"]
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: never,"logged_at"?: string,"order_id": number,"state": Database["public"]['Enums']["order_state"]
                  }
                  Update: {
                    "id"?: never,"logged_at"?: string,"order_id"?: number,"state"?: Database["public"]['Enums']["order_state"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "order_state_log_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "customer_orders"
      referencedColumns: ["order_id"]
    },{
      foreignKeyName: "order_state_log_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    }
                  ]
                },"orders": {
                  Row: {
                    "confirmed_at": string | null,"created_at": string,"customer_id": string,"id": number,"notes": string | null,"state": Database["public"]['Enums']["order_state"]
                  }
                  ComputedFields: never
                  Insert: {
                    "confirmed_at"?: string | null,"created_at"?: string,"customer_id": string,"id"?: number,"notes"?: string | null,"state"?: Database["public"]['Enums']["order_state"]
                  }
                  Update: {
                    "confirmed_at"?: string | null,"created_at"?: string,"customer_id"?: string,"id"?: number,"notes"?: string | null,"state"?: Database["public"]['Enums']["order_state"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "orders_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    }
                  ]
                },"price_history": {
                  Row: {
                    "changed_at": string,"id": number,"new_price": number,"old_price": number | null,"product_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at"?: string,"id"?: never,"new_price": number,"old_price"?: number | null,"product_id": number
                  }
                  Update: {
                    "changed_at"?: string,"id"?: never,"new_price"?: number,"old_price"?: number | null,"product_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "price_history_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "products"
      referencedColumns: ["id"]
    }
                  ]
                },"products": {
                  Row: {
                    "id": number,"price": number,"title": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: number,"price": number,"title": string
                  }
                  Update: {
                    "id"?: number,"price"?: number,"title"?: string
                  }
                  Relationships: [
                    
                  ]
                },"settings": {
                  Row: {
                    "key": string,"value": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "key": string,"value": NonNullable<Json>
                  }
                  Update: {
                    "key"?: string,"value"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"shipments": {
                  Row: {
                    "id": string,"last_state": Database["public"]['Enums']["order_state"] | null,"order_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: string,"last_state"?: Database["public"]['Enums']["order_state"] | null,"order_id": number
                  }
                  Update: {
                    "id"?: string,"last_state"?: Database["public"]['Enums']["order_state"] | null,"order_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "shipments_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "customer_orders"
      referencedColumns: ["order_id"]
    },{
      foreignKeyName: "shipments_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    }
                  ]
                },"stock_ledger": {
                  Row: {
                    "change": number,"id": number,"product_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "change": number,"id"?: number,"product_id": number
                  }
                  Update: {
                    "change"?: number,"id"?: number,"product_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "stock_ledger_product_id_fkey"
      columns: ["product_id"]
isOneToOne: false
      referencedRelation: "products"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Views: {
            "customer_orders": {
                  Row: {
                    "name": string,"order_id": number,"pieces": number | null,"state": Database["public"]['Enums']["order_state"]
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                }
          }
          Functions: {
            "next_state":
{ Args: { "current": Database["public"]['Enums']["order_state"] }; Returns: string
                           },
"orders_of":
{ Args: { "customer": string }; Returns: {
              "confirmed_at": string | null,
"created_at": string,
"customer_id": string,
"id": number,
"notes": string | null,
"state": Database["public"]['Enums']["order_state"]
            }[]
                          SetofOptions: {
        from: "*"
        to: "orders"
        isOneToOne: false
        isSetofReturn: true
      } }
          }
          Enums: {
            "order_state": "new"|"confirmed"|"delivered"|"returned"
          }
          CompositeTypes: {
            [_ in never]: never
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
  "graphql_public": {
          Enums: {
            
          }
        },"public": {
          Enums: {
            "order_state": ["new", "confirmed", "delivered", "returned"]
          }
        }
} as const
