
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
        },"legacy": {
          Tables: {
            "consignments": {
                  Row: {
                    "imported_at": string,"number": string
                  }
                  ComputedFields: never
                  Insert: {
                    "imported_at"?: string,"number": string
                  }
                  Update: {
                    "imported_at"?: string,"number"?: string
                  }
                  Relationships: [
                    
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            [_ in never]: never
          }
          Enums: {
            [_ in never]: never
          }
          CompositeTypes: {
            [_ in never]: never
          }
        },"public": {
          Tables: {
            "daily_totals": {
                  Row: {
                    "day": string,"parcels": number
                  }
                  ComputedFields: never
                  Insert: {
                    "day": string,"parcels": number
                  }
                  Update: {
                    "day"?: string,"parcels"?: number
                  }
                  Relationships: [
                    
                  ]
                },"delivery_attempts": {
                  Row: {
                    "attempted_at": string,"id": string,"outcome": string | null,"parcel_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "attempted_at"?: string,"id"?: string,"outcome"?: string | null,"parcel_id": number
                  }
                  Update: {
                    "attempted_at"?: string,"id"?: string,"outcome"?: string | null,"parcel_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "delivery_attempts_parcel_id_fkey"
      columns: ["parcel_id"]
isOneToOne: false
      referencedRelation: "parcels"
      referencedColumns: ["id"]
    }
                  ]
                },"delivery_proofs": {
                  Row: {
                    "attempt_id": string,"id": string,"photo_path": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt_id": string,"id"?: string,"photo_path": string
                  }
                  Update: {
                    "attempt_id"?: string,"id"?: string,"photo_path"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "delivery_proofs_attempt_id_fkey"
      columns: ["attempt_id"]
isOneToOne: false
      referencedRelation: "delivery_attempts"
      referencedColumns: ["id"]
    }
                  ]
                },"depots": {
                  Row: {
                    "city": string,"id": number,"location": Database["public"]['CompositeTypes']["geo_point"] | null,"name": string
                  }
                  ComputedFields: never
                  Insert: {
                    "city": string,"id"?: number,"location"?: Database["public"]['CompositeTypes']["geo_point"] | null,"name": string
                  }
                  Update: {
                    "city"?: string,"id"?: number,"location"?: Database["public"]['CompositeTypes']["geo_point"] | null,"name"?: string
                  }
                  Relationships: [
                    
                  ]
                },"driver_licences": {
                  Row: {
                    "driver_id": string,"number": string,"valid_until": string
                  }
                  ComputedFields: never
                  Insert: {
                    "driver_id": string,"number": string,"valid_until": string
                  }
                  Update: {
                    "driver_id"?: string,"number"?: string,"valid_until"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "driver_licences_driver_id_fkey"
      columns: ["driver_id"]
isOneToOne: false
      referencedRelation: "drivers"
      referencedColumns: ["id"]
    }
                  ]
                },"drivers": {
                  Row: {
                    "depot_id": number | null,"full_name": string,"hired_on": string | null,"id": string,"phone": string
                  }
                  ComputedFields: never
                  Insert: {
                    "depot_id"?: number | null,"full_name": string,"hired_on"?: string | null,"id"?: string,"phone": string
                  }
                  Update: {
                    "depot_id"?: number | null,"full_name"?: string,"hired_on"?: string | null,"id"?: string,"phone"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "drivers_depot_id_fkey"
      columns: ["depot_id"]
isOneToOne: false
      referencedRelation: "depots"
      referencedColumns: ["id"]
    }
                  ]
                },"legacy_routes": {
                  Row: {
                    "id": number,"label": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "id": number,"label"?: string | null
                  }
                  Update: {
                    "id"?: number,"label"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"parcels": {
                  Row: {
                    "created_at": string,"depot_id": number | null,"external_ref": number | null,"id": number,"notes": string | null,"options": Json | null,"payment": Database["public"]['Enums']["payment_state"],"priority": number,"sender_depot_id": number | null,"status": Database["public"]['Enums']["parcel_status"],"tracking_code": string,"weight_grams": number
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"depot_id"?: number | null,"external_ref"?: number | null,"id"?: number,"notes"?: string | null,"options"?: Json | null,"payment"?: Database["public"]['Enums']["payment_state"],"priority": number,"sender_depot_id"?: number | null,"status"?: Database["public"]['Enums']["parcel_status"],"tracking_code": string,"weight_grams": number
                  }
                  Update: {
                    "created_at"?: string,"depot_id"?: number | null,"external_ref"?: number | null,"id"?: number,"notes"?: string | null,"options"?: Json | null,"payment"?: Database["public"]['Enums']["payment_state"],"priority"?: number,"sender_depot_id"?: number | null,"status"?: Database["public"]['Enums']["parcel_status"],"tracking_code"?: string,"weight_grams"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "parcels_depot_id_fkey"
      columns: ["depot_id"]
isOneToOne: false
      referencedRelation: "depots"
      referencedColumns: ["id"]
    }
                  ]
                },"vehicles": {
                  Row: {
                    "driver_id": string | null,"id": number,"kind": Database["public"]['Enums']["vehicle_kind"],"plate": string
                  }
                  ComputedFields: never
                  Insert: {
                    "driver_id"?: string | null,"id"?: number,"kind"?: Database["public"]['Enums']["vehicle_kind"],"plate": string
                  }
                  Update: {
                    "driver_id"?: string | null,"id"?: number,"kind"?: Database["public"]['Enums']["vehicle_kind"],"plate"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "vehicles_driver_id_fkey"
      columns: ["driver_id"]
isOneToOne: false
      referencedRelation: "drivers"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Views: {
            "parcel_overview": {
                  Row: {
                    "depot": string | null,"external_ref": number | null,"notes": string | null,"status": Database["public"]['Enums']["parcel_status"],"tracking_code": string
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                }
          }
          Functions: {
            "assign_driver":
{ Args: { "driver_id": string,"parcel_id": number }; Returns: boolean
                           },
"driver_stats":
{ Args: { "since": string }; Returns: {
              "driver": string,"stops": number
            }[]
                           },
"estimate_fee":
{ Args: { "weight_grams": number }; Returns: number
                           } |
{ Args: { "express": boolean,"weight_grams": number }; Returns: number
                           },
"purge_old":
{ Args: { "before": string }; Returns: number
                           },
"track_parcel":
{ Args: { "code": string }; Returns: {
              "created_at": string,
"depot_id": number | null,
"external_ref": number | null,
"id": number,
"notes": string | null,
"options": Json | null,
"payment": Database["public"]['Enums']["payment_state"],
"priority": number,
"sender_depot_id": number | null,
"status": Database["public"]['Enums']["parcel_status"],
"tracking_code": string,
"weight_grams": number
            }[]
                          SetofOptions: {
        from: "*"
        to: "parcels"
        isOneToOne: false
        isSetofReturn: true
      } }
          }
          Enums: {
            "parcel_status": "created"|"collected"|"in_transit"|"delivered"|"lost","payment_state": "unpaid"|"prepaid"|"on_delivery","vehicle_kind": "bike"|"van"|"truck"
          }
          CompositeTypes: {
            "geo_point": {
                        "lat": number | null,"lng": number | null
                      },"package_size": {
                        "length_cm": number | null,"width_cm": number | null,"height_cm": number | null
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
  "graphql_public": {
          Enums: {
            
          }
        },"legacy": {
          Enums: {
            
          }
        },"public": {
          Enums: {
            "parcel_status": ["created", "collected", "in_transit", "delivered", "lost"],"payment_state": ["unpaid", "prepaid", "on_delivery"],"vehicle_kind": ["bike", "van", "truck"]
          }
        }
} as const
