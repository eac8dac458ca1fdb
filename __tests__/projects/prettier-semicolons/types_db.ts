export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[];

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: '13.0.5';
  };
  graphql_public: {
    Tables: {
      [_ in never]: never;
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      graphql: {
        Args: {
          extensions?: Json;
          operationName?: string;
          query?: string;
          variables?: Json;
        };
        Returns: Json;
      };
    };
    Enums: {
      [_ in never]: never;
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
  public: {
    Tables: {
      bookings: {
        Row: {
          created_at: string;
          id: string;
          paid_at: string | null;
          show_id: number;
          user_id: string;
        };
        Insert: {
          created_at?: string;
          id?: string;
          paid_at?: string | null;
          show_id: number;
          user_id: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          paid_at?: string | null;
          show_id?: number;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'bookings_show_id_fkey';
            columns: ['show_id'];
            isOneToOne: false;
            referencedRelation: 'shows';
            referencedColumns: ['id'];
          },
        ];
      };
      seats: {
        Row: {
          is_accessible: boolean;
          number: number;
          row_label: string;
          venue_id: string;
        };
        Insert: {
          is_accessible?: boolean;
          number: number;
          row_label: string;
          venue_id: string;
        };
        Update: {
          is_accessible?: boolean;
          number?: number;
          row_label?: string;
          venue_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'seats_venue_id_fkey';
            columns: ['venue_id'];
            isOneToOne: false;
            referencedRelation: 'venues';
            referencedColumns: ['id'];
          },
        ];
      };
      shows: {
        Row: {
          doors_at: string;
          id: number;
          poster: Json | null;
          status: Database['public']['Enums']['show_status'];
          title: string;
          venue_id: string;
        };
        Insert: {
          doors_at: string;
          id?: number;
          poster?: Json | null;
          status?: Database['public']['Enums']['show_status'];
          title: string;
          venue_id: string;
        };
        Update: {
          doors_at?: string;
          id?: number;
          poster?: Json | null;
          status?: Database['public']['Enums']['show_status'];
          title?: string;
          venue_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'shows_venue_id_fkey';
            columns: ['venue_id'];
            isOneToOne: false;
            referencedRelation: 'venues';
            referencedColumns: ['id'];
          },
        ];
      };
      tickets: {
        Row: {
          booking_id: string;
          id: string;
          number: number;
          price_cents: number;
          row_label: string;
          venue_id: string;
        };
        Insert: {
          booking_id: string;
          id?: string;
          number: number;
          price_cents: number;
          row_label: string;
          venue_id: string;
        };
        Update: {
          booking_id?: string;
          id?: string;
          number?: number;
          price_cents?: number;
          row_label?: string;
          venue_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'tickets_booking_id_fkey';
            columns: ['booking_id'];
            isOneToOne: false;
            referencedRelation: 'bookings';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'tickets_venue_id_row_label_number_fkey';
            columns: ['venue_id', 'row_label', 'number'];
            isOneToOne: false;
            referencedRelation: 'seats';
            referencedColumns: ['venue_id', 'row_label', 'number'];
          },
        ];
      };
      venues: {
        Row: {
          capacity: number;
          city: string;
          facilities: string[];
          id: string;
          name: string;
        };
        Insert: {
          capacity: number;
          city: string;
          facilities?: string[];
          id?: string;
          name: string;
        };
        Update: {
          capacity?: number;
          city?: string;
          facilities?: string[];
          id?: string;
          name?: string;
        };
        Relationships: [];
      };
    };
    Views: {
      show_sales: {
        Row: {
          revenue_cents: number | null;
          status: Database['public']['Enums']['show_status'] | null;
          tickets: number | null;
          title: string | null;
        };
        Relationships: [];
      };
    };
    Functions: {
      free_seats: {
        Args: { show: number };
        Returns: {
          number: number;
          row_label: string;
        }[];
      };
      server_time: { Args: never; Returns: string };
    };
    Enums: {
      show_status: 'announced' | 'on_sale' | 'sold_out' | 'cancelled';
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<
  keyof Database,
  'public'
>];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals;
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] &
        DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] &
        DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema['Tables']
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals;
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema['Tables']
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals;
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema['Enums']
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals;
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema['CompositeTypes']
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals;
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  graphql_public: {
    Enums: {},
  },
  public: {
    Enums: {
      show_status: ['announced', 'on_sale', 'sold_out', 'cancelled'],
    },
  },
} as const;
