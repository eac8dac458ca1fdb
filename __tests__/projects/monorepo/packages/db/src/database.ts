// The generated types, with what the generator cannot know: the shape of `habits.reminder`.
import type { MergeDeep } from 'type-fest';
import type { Database as Generated } from './types.gen';

export interface Reminder {
  at: `${number}:${number}`;
  days: number[];
}

export type Database = MergeDeep<
  Generated,
  {
    public: {
      Tables: {
        habits: {
          Row: { reminder: Reminder };
          Insert: { reminder?: Reminder };
          Update: { reminder?: Reminder };
        };
      };
    };
  }
>;

export type Habit = Database['public']['Tables']['habits']['Row'];
