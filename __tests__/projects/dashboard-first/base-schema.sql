-- What this team made in the dashboard before its first migration. It is in no migration. Made by make-projects.mjs.

create table public.organisations (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  vat_number text,
  country text
);
alter table public.organisations enable row level security;

create table public.branches (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references public.organisations (id),
  name text not null,
  city text,
  opened_on date
);
alter table public.branches enable row level security;
create index branches_organisation_id_idx on public.branches (organisation_id);

create table public.departments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references public.organisations (id),
  name text not null
);
alter table public.departments enable row level security;
create index departments_organisation_id_idx on public.departments (organisation_id);

create table public.employees (
  id uuid primary key default gen_random_uuid(),
  branch_id uuid references public.branches (id),
  department_id uuid references public.departments (id),
  full_name text not null,
  email text,
  hired_on date,
  is_active boolean not null default false
);
alter table public.employees enable row level security;
create index employees_branch_id_idx on public.employees (branch_id);

create table public.employee_roles (
  id uuid primary key default gen_random_uuid(),
  employee_id uuid references public.employees (id),
  role text not null
);
alter table public.employee_roles enable row level security;
create index employee_roles_employee_id_idx on public.employee_roles (employee_id);

create table public.teams (
  id uuid primary key default gen_random_uuid(),
  branch_id uuid references public.branches (id),
  name text not null
);
alter table public.teams enable row level security;
create index teams_branch_id_idx on public.teams (branch_id);

create table public.team_members (
  id uuid primary key default gen_random_uuid(),
  team_id uuid references public.teams (id),
  employee_id uuid references public.employees (id),
  joined_on date
);
alter table public.team_members enable row level security;
create index team_members_team_id_idx on public.team_members (team_id);

create table public.working_hours (
  id uuid primary key default gen_random_uuid(),
  employee_id uuid references public.employees (id),
  weekday_count integer not null default 0,
  starts_at timestamptz,
  ends_at timestamptz
);
alter table public.working_hours enable row level security;
create index working_hours_employee_id_idx on public.working_hours (employee_id);

create table public.brands (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  website text
);
alter table public.brands enable row level security;

create table public.designers (
  id uuid primary key default gen_random_uuid(),
  full_name text not null,
  country text
);
alter table public.designers enable row level security;

create table public.categories (
  id uuid primary key default gen_random_uuid(),
  parent_id uuid references public.categories (id),
  name text not null,
  slug text not null
);
alter table public.categories enable row level security;
create index categories_parent_id_idx on public.categories (parent_id);

create table public.collections (
  id uuid primary key default gen_random_uuid(),
  designer_id uuid references public.designers (id),
  name text not null,
  season text
);
alter table public.collections enable row level security;
create index collections_designer_id_idx on public.collections (designer_id);

create table public.styles (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  description text
);
alter table public.styles enable row level security;

create table public.rooms (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  slug text not null
);
alter table public.rooms enable row level security;

create table public.materials (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  origin text,
  is_recycled boolean not null default false
);
alter table public.materials enable row level security;

create table public.colours (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  hex text not null
);
alter table public.colours enable row level security;

create table public.finishes (
  id uuid primary key default gen_random_uuid(),
  material_id uuid references public.materials (id),
  name text not null
);
alter table public.finishes enable row level security;
create index finishes_material_id_idx on public.finishes (material_id);

create table public.products (
  id uuid primary key default gen_random_uuid(),
  brand_id uuid references public.brands (id),
  style_id uuid references public.styles (id),
  sku text not null,
  title text not null,
  price_eur numeric(12, 2),
  is_active boolean not null default false,
  created_at timestamptz
);
alter table public.products enable row level security;
create index products_brand_id_idx on public.products (brand_id);

create table public.product_variants (
  id uuid primary key default gen_random_uuid(),
  product_id uuid references public.products (id),
  colour_id uuid references public.colours (id),
  finish_id uuid references public.finishes (id),
  sku text not null,
  price_eur numeric(12, 2)
);
alter table public.product_variants enable row level security;
create index product_variants_product_id_idx on public.product_variants (product_id);

create table public.product_images (
  id uuid primary key default gen_random_uuid(),
  product_id uuid references public.products (id),
  path text not null,
  position_count integer not null default 0
);
alter table public.product_images enable row level security;
create index product_images_product_id_idx on public.product_images (product_id);

create table public.product_categories (
  id uuid primary key default gen_random_uuid(),
  product_id uuid references public.products (id),
  category_id uuid references public.categories (id)
);
alter table public.product_categories enable row level security;
create index product_categories_product_id_idx on public.product_categories (product_id);

create table public.collection_products (
  id uuid primary key default gen_random_uuid(),
  collection_id uuid references public.collections (id),
  product_id uuid references public.products (id)
);
alter table public.collection_products enable row level security;
create index collection_products_collection_id_idx on public.collection_products (collection_id);

create table public.product_materials (
  id uuid primary key default gen_random_uuid(),
  product_id uuid references public.products (id),
  material_id uuid references public.materials (id),
  share_count integer not null default 0
);
alter table public.product_materials enable row level security;
create index product_materials_product_id_idx on public.product_materials (product_id);

create table public.dimensions (
  id uuid primary key default gen_random_uuid(),
  product_id uuid references public.products (id),
  width_cm_count integer not null default 0,
  height_cm_count integer not null default 0,
  depth_cm_count integer not null default 0
);
alter table public.dimensions enable row level security;
create index dimensions_product_id_idx on public.dimensions (product_id);

create table public.suppliers (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  country text,
  lead_days_count integer not null default 0
);
alter table public.suppliers enable row level security;

create table public.supplier_contacts (
  id uuid primary key default gen_random_uuid(),
  supplier_id uuid references public.suppliers (id),
  full_name text not null,
  phone text
);
alter table public.supplier_contacts enable row level security;
create index supplier_contacts_supplier_id_idx on public.supplier_contacts (supplier_id);

create table public.supplier_products (
  id uuid primary key default gen_random_uuid(),
  supplier_id uuid references public.suppliers (id),
  product_id uuid references public.products (id),
  cost_eur numeric(12, 2)
);
alter table public.supplier_products enable row level security;
create index supplier_products_supplier_id_idx on public.supplier_products (supplier_id);

create table public.purchase_orders (
  id uuid primary key default gen_random_uuid(),
  supplier_id uuid references public.suppliers (id),
  ordered_at timestamptz,
  note text
);
alter table public.purchase_orders enable row level security;
create index purchase_orders_supplier_id_idx on public.purchase_orders (supplier_id);

create table public.purchase_order_lines (
  id uuid primary key default gen_random_uuid(),
  purchase_order_id uuid references public.purchase_orders (id),
  product_id uuid references public.products (id),
  quantity_count integer not null default 0,
  cost_eur numeric(12, 2)
);
alter table public.purchase_order_lines enable row level security;
create index purchase_order_lines_purchase_order_id_idx on public.purchase_order_lines (purchase_order_id);

create table public.warehouses (
  id uuid primary key default gen_random_uuid(),
  branch_id uuid references public.branches (id),
  name text not null,
  address text
);
alter table public.warehouses enable row level security;
create index warehouses_branch_id_idx on public.warehouses (branch_id);

create table public.warehouse_bins (
  id uuid primary key default gen_random_uuid(),
  warehouse_id uuid references public.warehouses (id),
  code text not null
);
alter table public.warehouse_bins enable row level security;
create index warehouse_bins_warehouse_id_idx on public.warehouse_bins (warehouse_id);

create table public.goods_receipts (
  id uuid primary key default gen_random_uuid(),
  purchase_order_id uuid references public.purchase_orders (id),
  warehouse_id uuid references public.warehouses (id),
  received_at timestamptz
);
alter table public.goods_receipts enable row level security;
create index goods_receipts_purchase_order_id_idx on public.goods_receipts (purchase_order_id);

create table public.stock_counts (
  id uuid primary key default gen_random_uuid(),
  warehouse_bin_id uuid references public.warehouse_bins (id),
  product_id uuid references public.products (id),
  quantity_count integer not null default 0,
  counted_at timestamptz
);
alter table public.stock_counts enable row level security;
create index stock_counts_warehouse_bin_id_idx on public.stock_counts (warehouse_bin_id);

create table public.clients (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references public.organisations (id),
  full_name text not null,
  email text,
  auth_user_id uuid,
  phone text
);
alter table public.clients enable row level security;
create index clients_organisation_id_idx on public.clients (organisation_id);

create table public.customer_groups (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  discount_eur numeric(12, 2)
);
alter table public.customer_groups enable row level security;

create table public.customer_addresses (
  id uuid primary key default gen_random_uuid(),
  client_id uuid references public.clients (id),
  street text not null,
  city text,
  country text
);
alter table public.customer_addresses enable row level security;
create index customer_addresses_client_id_idx on public.customer_addresses (client_id);

create table public.order_states (
  id uuid primary key default gen_random_uuid(),
  label text not null,
  is_final boolean not null default false
);
alter table public.order_states enable row level security;

create table public.discounts (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  amount_eur numeric(12, 2),
  starts_at timestamptz,
  ends_at timestamptz
);
alter table public.discounts enable row level security;

create table public.discount_codes (
  id uuid primary key default gen_random_uuid(),
  discount_id uuid references public.discounts (id),
  code text not null,
  used_count integer not null default 0
);
alter table public.discount_codes enable row level security;
create index discount_codes_discount_id_idx on public.discount_codes (discount_id);

create table public.orders (
  id uuid primary key default gen_random_uuid(),
  client_id uuid references public.clients (id),
  order_state_id uuid references public.order_states (id),
  placed_at timestamptz,
  total_eur numeric(12, 2)
);
alter table public.orders enable row level security;
create index orders_client_id_idx on public.orders (client_id);

create table public.order_lines (
  id uuid primary key default gen_random_uuid(),
  order_id uuid references public.orders (id),
  product_variant_id uuid references public.product_variants (id),
  quantity_count integer not null default 0,
  price_eur numeric(12, 2)
);
alter table public.order_lines enable row level security;
create index order_lines_order_id_idx on public.order_lines (order_id);

create table public.payment_methods (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  is_active boolean not null default false
);
alter table public.payment_methods enable row level security;

create table public.payments (
  id uuid primary key default gen_random_uuid(),
  order_id uuid references public.orders (id),
  payment_method_id uuid references public.payment_methods (id),
  amount_eur numeric(12, 2),
  paid_at timestamptz
);
alter table public.payments enable row level security;
create index payments_order_id_idx on public.payments (order_id);

create table public.refunds (
  id uuid primary key default gen_random_uuid(),
  payment_id uuid references public.payments (id),
  amount_eur numeric(12, 2),
  reason text
);
alter table public.refunds enable row level security;
create index refunds_payment_id_idx on public.refunds (payment_id);

create table public.vat_rates_2024 (
  id uuid primary key default gen_random_uuid(),
  country text not null,
  rate_eur numeric(12, 2)
);
alter table public.vat_rates_2024 enable row level security;

create table public.invoices (
  id uuid primary key default gen_random_uuid(),
  order_id uuid references public.orders (id),
  issued_on date,
  total_eur numeric(12, 2)
);
alter table public.invoices enable row level security;
create index invoices_order_id_idx on public.invoices (order_id);

create table public.invoice_lines (
  id uuid primary key default gen_random_uuid(),
  invoice_id uuid references public.invoices (id),
  vat_rate_id uuid references public.vat_rates_2024 (id),
  label text not null,
  amount_eur numeric(12, 2)
);
alter table public.invoice_lines enable row level security;
create index invoice_lines_invoice_id_idx on public.invoice_lines (invoice_id);

create table public.return_reasons (
  id uuid primary key default gen_random_uuid(),
  label text not null
);
alter table public.return_reasons enable row level security;

create table public.carriers (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  tracking_url text
);
alter table public.carriers enable row level security;

create table public.delivery_zones (
  id uuid primary key default gen_random_uuid(),
  carrier_id uuid references public.carriers (id),
  name text not null,
  price_eur numeric(12, 2)
);
alter table public.delivery_zones enable row level security;
create index delivery_zones_carrier_id_idx on public.delivery_zones (carrier_id);

create table public.delivery_slots (
  id uuid primary key default gen_random_uuid(),
  delivery_zone_id uuid references public.delivery_zones (id),
  starts_at timestamptz,
  ends_at timestamptz
);
alter table public.delivery_slots enable row level security;
create index delivery_slots_delivery_zone_id_idx on public.delivery_slots (delivery_zone_id);

create table public.vehicles (
  id uuid primary key default gen_random_uuid(),
  branch_id uuid references public.branches (id),
  plate text not null
);
alter table public.vehicles enable row level security;
create index vehicles_branch_id_idx on public.vehicles (branch_id);

create table public.drivers (
  id uuid primary key default gen_random_uuid(),
  employee_id uuid references public.employees (id),
  vehicle_id uuid references public.vehicles (id),
  licence text
);
alter table public.drivers enable row level security;
create index drivers_employee_id_idx on public.drivers (employee_id);

create table public.assembly_teams (
  id uuid primary key default gen_random_uuid(),
  branch_id uuid references public.branches (id),
  name text not null
);
alter table public.assembly_teams enable row level security;
create index assembly_teams_branch_id_idx on public.assembly_teams (branch_id);

create table public.assembly_jobs (
  id uuid primary key default gen_random_uuid(),
  assembly_team_id uuid references public.assembly_teams (id),
  order_id uuid references public.orders (id),
  starts_at timestamptz,
  note text
);
alter table public.assembly_jobs enable row level security;
create index assembly_jobs_assembly_team_id_idx on public.assembly_jobs (assembly_team_id);

create table public.pages (
  id uuid primary key default gen_random_uuid(),
  slug text not null,
  title text not null,
  published_at timestamptz
);
alter table public.pages enable row level security;

create table public.page_blocks (
  id uuid primary key default gen_random_uuid(),
  page_id uuid references public.pages (id),
  content jsonb,
  position_count integer not null default 0
);
alter table public.page_blocks enable row level security;
create index page_blocks_page_id_idx on public.page_blocks (page_id);

create table public.banners (
  id uuid primary key default gen_random_uuid(),
  page_id uuid references public.pages (id),
  text text not null,
  is_active boolean not null default false
);
alter table public.banners enable row level security;
create index banners_page_id_idx on public.banners (page_id);

create table public.faqs (
  id uuid primary key default gen_random_uuid(),
  question text not null,
  answer text
);
alter table public.faqs enable row level security;

create table public.media_files (
  id uuid primary key default gen_random_uuid(),
  path text not null,
  alt_text text,
  bytes_count integer not null default 0
);
alter table public.media_files enable row level security;

create table public.translations (
  id uuid primary key default gen_random_uuid(),
  page_id uuid references public.pages (id),
  language text not null,
  content jsonb
);
alter table public.translations enable row level security;
create index translations_page_id_idx on public.translations (page_id);

create table public.redirects_301 (
  id uuid primary key default gen_random_uuid(),
  from_path text not null,
  to_path text not null
);
alter table public.redirects_301 enable row level security;

create table public.settings (
  id uuid primary key default gen_random_uuid(),
  key text not null,
  value jsonb
);
alter table public.settings enable row level security;

create table public.exchange_rates (
  id uuid primary key default gen_random_uuid(),
  currency text not null,
  rate_eur numeric(12, 2),
  valid_on date
);
alter table public.exchange_rates enable row level security;

create table public.tags (
  id uuid primary key default gen_random_uuid(),
  label text not null,
  slug text not null
);

create table public.legacy_imports (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  imported_at timestamptz,
  row_count integer not null default 0
);
alter table public.legacy_imports enable row level security;
