export type Json =
	| string
	| number
	| boolean
	| null
	| { [key: string]: Json | undefined }
	| Json[]

export interface Database {
	public: {
		Tables: {
			books: {
				Row: {
					authors: string[]
					cover: Json | null
					isbn: string
					published_in: number | null
					title: string
				}
				Insert: {
					authors: string[]
					cover?: Json | null
					isbn: string
					published_in?: number | null
					title: string
				}
				Update: {
					authors?: string[]
					cover?: Json | null
					isbn?: string
					published_in?: number | null
					title?: string
				}
				Relationships: []
			}
			meetings: {
				Row: {
					held_at: string
					host_id: string | null
					id: number
					isbn: string | null
					minutes: string | null
				}
				Insert: {
					held_at: string
					host_id?: string | null
					id?: never
					isbn?: string | null
					minutes?: string | null
				}
				Update: {
					held_at?: string
					host_id?: string | null
					id?: never
					isbn?: string | null
					minutes?: string | null
				}
				Relationships: [
					{
						foreignKeyName: "meetings_host_id_fkey"
						columns: ["host_id"]
						isOneToOne: false
						referencedRelation: "readers"
						referencedColumns: ["id"]
					},
					{
						foreignKeyName: "meetings_isbn_fkey"
						columns: ["isbn"]
						isOneToOne: false
						referencedRelation: "book_scores"
						referencedColumns: ["isbn"]
					},
					{
						foreignKeyName: "meetings_isbn_fkey"
						columns: ["isbn"]
						isOneToOne: false
						referencedRelation: "books"
						referencedColumns: ["isbn"]
					},
				]
			}
			readers: {
				Row: {
					id: string
					joined_on: string
					nickname: string
				}
				Insert: {
					id: string
					joined_on?: string
					nickname: string
				}
				Update: {
					id?: string
					joined_on?: string
					nickname?: string
				}
				Relationships: []
			}
			readings: {
				Row: {
					finished_on: string | null
					isbn: string
					reader_id: string
					stars: number | null
					state: Database["public"]["Enums"]["reading_state"]
				}
				Insert: {
					finished_on?: string | null
					isbn: string
					reader_id: string
					stars?: number | null
					state?: Database["public"]["Enums"]["reading_state"]
				}
				Update: {
					finished_on?: string | null
					isbn?: string
					reader_id?: string
					stars?: number | null
					state?: Database["public"]["Enums"]["reading_state"]
				}
				Relationships: [
					{
						foreignKeyName: "readings_isbn_fkey"
						columns: ["isbn"]
						isOneToOne: false
						referencedRelation: "book_scores"
						referencedColumns: ["isbn"]
					},
					{
						foreignKeyName: "readings_isbn_fkey"
						columns: ["isbn"]
						isOneToOne: false
						referencedRelation: "books"
						referencedColumns: ["isbn"]
					},
					{
						foreignKeyName: "readings_reader_id_fkey"
						columns: ["reader_id"]
						isOneToOne: false
						referencedRelation: "readers"
						referencedColumns: ["id"]
					},
				]
			}
		}
		Views: {
			book_scores: {
				Row: {
					isbn: string | null
					score: number | null
					title: string | null
					votes: number | null
				}
				Relationships: []
			}
		}
		Functions: {
			readers_of: {
				Args: {
					book: string
				}
				Returns: {
					id: string
					joined_on: string
					nickname: string
				}[]
			}
		}
		Enums: {
			reading_state: "wanted" | "reading" | "finished" | "abandoned"
		}
		CompositeTypes: {
			[_ in never]: never
		}
	}
}

type PublicSchema = Database[Extract<keyof Database, "public">]

export type Tables<
	PublicTableNameOrOptions extends
		| keyof (PublicSchema["Tables"] & PublicSchema["Views"])
		| { schema: keyof Database },
	TableName extends (PublicTableNameOrOptions extends { schema: keyof Database }
		? keyof (Database[PublicTableNameOrOptions["schema"]]["Tables"] &
				Database[PublicTableNameOrOptions["schema"]]["Views"])
		: never) = never,
> = PublicTableNameOrOptions extends { schema: keyof Database }
	? (Database[PublicTableNameOrOptions["schema"]]["Tables"] &
			Database[PublicTableNameOrOptions["schema"]]["Views"])[TableName] extends {
			Row: infer R
		}
		? R
		: never
	: PublicTableNameOrOptions extends keyof (PublicSchema["Tables"] &
				PublicSchema["Views"])
		? (PublicSchema["Tables"] &
				PublicSchema["Views"])[PublicTableNameOrOptions] extends {
				Row: infer R
			}
			? R
			: never
		: never

export type TablesInsert<
	PublicTableNameOrOptions extends
		keyof PublicSchema["Tables"] | { schema: keyof Database },
	TableName extends (PublicTableNameOrOptions extends { schema: keyof Database }
		? keyof Database[PublicTableNameOrOptions["schema"]]["Tables"]
		: never) = never,
> = PublicTableNameOrOptions extends { schema: keyof Database }
	? Database[PublicTableNameOrOptions["schema"]]["Tables"][TableName] extends {
			Insert: infer I
		}
		? I
		: never
	: PublicTableNameOrOptions extends keyof PublicSchema["Tables"]
		? PublicSchema["Tables"][PublicTableNameOrOptions] extends {
				Insert: infer I
			}
			? I
			: never
		: never

export type TablesUpdate<
	PublicTableNameOrOptions extends
		keyof PublicSchema["Tables"] | { schema: keyof Database },
	TableName extends (PublicTableNameOrOptions extends { schema: keyof Database }
		? keyof Database[PublicTableNameOrOptions["schema"]]["Tables"]
		: never) = never,
> = PublicTableNameOrOptions extends { schema: keyof Database }
	? Database[PublicTableNameOrOptions["schema"]]["Tables"][TableName] extends {
			Update: infer U
		}
		? U
		: never
	: PublicTableNameOrOptions extends keyof PublicSchema["Tables"]
		? PublicSchema["Tables"][PublicTableNameOrOptions] extends {
				Update: infer U
			}
			? U
			: never
		: never

export type Enums<
	PublicEnumNameOrOptions extends
		keyof PublicSchema["Enums"] | { schema: keyof Database },
	EnumName extends (PublicEnumNameOrOptions extends { schema: keyof Database }
		? keyof Database[PublicEnumNameOrOptions["schema"]]["Enums"]
		: never) = never,
> = PublicEnumNameOrOptions extends { schema: keyof Database }
	? Database[PublicEnumNameOrOptions["schema"]]["Enums"][EnumName]
	: PublicEnumNameOrOptions extends keyof PublicSchema["Enums"]
		? PublicSchema["Enums"][PublicEnumNameOrOptions]
		: never

export type CompositeTypes<
	PublicCompositeTypeNameOrOptions extends
		keyof PublicSchema["CompositeTypes"] | { schema: keyof Database },
	CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
		schema: keyof Database
	}
		? keyof Database[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
		: never) = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof Database }
	? Database[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
	: PublicCompositeTypeNameOrOptions extends keyof PublicSchema["CompositeTypes"]
		? PublicSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
		: never

