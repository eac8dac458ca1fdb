// Supabase's engine that reads and compares catalogues, pinned while it is an alpha. Its only user.

export {
  buildFactBase,
  deserializeSnapshot,
  diff,
  encodeId,
  extract,
  plan,
  serializeSnapshot,
  supabaseProfile,
} from '@supabase/pg-delta';
