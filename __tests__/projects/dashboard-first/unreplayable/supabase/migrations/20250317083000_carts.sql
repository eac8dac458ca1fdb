CREATE TABLE carts (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID REFERENCES auth.users(id) ON DELETE CASCADE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW()
);

CREATE TABLE cart_items (
  cart_id UUID NOT NULL REFERENCES carts(id) ON DELETE CASCADE,
  product_id UUID NOT NULL references public.products (id),
  quantity INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (cart_id, product_id)
);

CREATE TABLE cart_sessions (
  token TEXT PRIMARY KEY,
  cart_id UUID REFERENCES carts(id)
);

ALTER TABLE carts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_carts ON carts USING (auth.uid() = user_id);
