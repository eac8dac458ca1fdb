// The exact notices of two files of the matrix, by their generators and in whichever order: entry of the catalogue of
// equivalences and count of objects, in the order in which they are told. Two generators that are not here need none.

export const NOTICES: Readonly<Record<string, string>> = {
  'postgres-meta-0.84.2 postgres-meta-0.91.6': 'A3.7×8 A3.13×5',
  'postgres-meta-0.84.2 postgres-meta-0.95.2': 'A3.7×8 A3.16×7 A3.28×2 A3.14×3 A3.15×4 A3.25×2',
  'postgres-meta-0.84.2 postgres-meta-0.98.0': 'A3.7×8 A3.16×7 A3.28×2 A3.14×3 A3.15×2 A3.25×2',
  'postgres-meta-0.84.2 postgres-meta-0.99.0':
    'A3.8×4 A3.9×15 A3.7×8 A3.23×1 A3.16×7 A3.10×2 A3.12×1 A3.28×2 A3.14×3 A3.15×2 A3.25×2',
  'postgres-meta-0.84.2 supabase-2.118.0':
    'A3.8×4 A3.9×15 A3.7×8 A3.23×1 A3.16×7 A3.10×2 A3.12×1 A3.28×2 A3.14×3 A3.15×2 A3.25×2',
  'postgres-meta-0.84.2 supabase-2.122.1':
    'A3.6×3 A3.8×4 A3.9×15 A3.11×29 A3.7×8 A3.23×1 A3.16×6 A3.10×2 A3.12×1 A3.28×2 A3.14×4 A3.15×2 A3.25×2',
  'postgres-meta-0.84.2 supabase-3.1.0':
    'A3.6×3 A3.8×4 A3.9×15 A3.11×29 A3.7×8 A3.23×1 A3.16×6 A3.10×2 A3.12×1 A3.28×2 A3.14×4 A3.15×2 A3.25×2',
  'postgres-meta-0.91.6 postgres-meta-0.95.2': 'A3.16×6 A3.28×2 A3.13×3 A3.14×3 A3.15×4 A3.7×1 A3.25×2',
  'postgres-meta-0.91.6 postgres-meta-0.98.0': 'A3.16×6 A3.28×2 A3.13×3 A3.14×3 A3.15×2 A3.7×1 A3.25×2',
  'postgres-meta-0.91.6 postgres-meta-0.99.0':
    'A3.8×4 A3.9×15 A3.23×1 A3.16×6 A3.10×2 A3.12×1 A3.28×2 A3.13×3 A3.14×3 A3.15×2 A3.7×1 A3.25×2',
  'postgres-meta-0.91.6 supabase-2.118.0':
    'A3.8×4 A3.9×15 A3.23×1 A3.16×6 A3.10×2 A3.12×1 A3.28×2 A3.13×3 A3.14×3 A3.15×2 A3.7×1 A3.25×2',
  'postgres-meta-0.91.6 supabase-2.122.1':
    'A3.6×3 A3.8×4 A3.9×15 A3.11×29 A3.23×1 A3.16×5 A3.10×2 A3.12×1 A3.28×2 A3.13×3 A3.14×4 A3.15×2 A3.7×1 A3.25×2',
  'postgres-meta-0.91.6 supabase-3.1.0':
    'A3.6×3 A3.8×4 A3.9×15 A3.11×29 A3.23×1 A3.16×5 A3.10×2 A3.12×1 A3.28×2 A3.13×3 A3.14×4 A3.15×2 A3.7×1 A3.25×2',
  'postgres-meta-0.95.2 postgres-meta-0.98.0': 'A3.15×2',
  'postgres-meta-0.95.2 postgres-meta-0.99.0': 'A3.8×4 A3.9×13 A3.23×1 A3.10×2 A3.12×1 A3.15×2',
  'postgres-meta-0.95.2 supabase-2.118.0': 'A3.8×4 A3.9×13 A3.23×1 A3.10×2 A3.12×1 A3.15×2',
  'postgres-meta-0.95.2 supabase-2.122.1':
    'A3.6×3 A3.8×4 A3.9×13 A3.11×29 A3.23×1 A3.10×2 A3.12×1 A3.15×2 A3.14×1',
  'postgres-meta-0.95.2 supabase-3.1.0':
    'A3.6×3 A3.8×4 A3.9×13 A3.11×29 A3.23×1 A3.10×2 A3.12×1 A3.15×2 A3.14×1',
  'postgres-meta-0.98.0 postgres-meta-0.99.0': 'A3.8×4 A3.9×13 A3.23×1 A3.10×2 A3.12×1',
  'postgres-meta-0.98.0 supabase-2.118.0': 'A3.8×4 A3.9×13 A3.23×1 A3.10×2 A3.12×1',
  'postgres-meta-0.98.0 supabase-2.122.1': 'A3.6×3 A3.8×4 A3.9×13 A3.11×29 A3.23×1 A3.10×2 A3.12×1 A3.14×1',
  'postgres-meta-0.98.0 supabase-3.1.0': 'A3.6×3 A3.8×4 A3.9×13 A3.11×29 A3.23×1 A3.10×2 A3.12×1 A3.14×1',
  'postgres-meta-0.99.0 supabase-2.122.1': 'A3.6×3 A3.11×29 A3.14×1',
  'postgres-meta-0.99.0 supabase-3.1.0': 'A3.6×3 A3.11×29 A3.23×1 A3.14×1',
  'supabase-2.118.0 supabase-2.122.1': 'A3.6×3 A3.11×29 A3.14×1',
  'supabase-2.118.0 supabase-3.1.0': 'A3.6×3 A3.11×29 A3.23×1 A3.14×1',
  'supabase-2.122.1 supabase-3.1.0': 'A3.23×1',
};
