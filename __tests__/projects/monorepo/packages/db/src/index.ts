import { createClient } from '@supabase/supabase-js';
import type { Database } from './database';

export type { Database, Habit } from './database';

export const connect = (url: string, key: string) => createClient<Database>(url, key);
