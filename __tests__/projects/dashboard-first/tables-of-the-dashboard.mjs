// The tables that were made in the dashboard, a line each: a name, its columns, and `>` before the table that a column
// leads to. What a column holds is told by its name, as make-projects.mjs says.

/** What was there before the first migration, in an order in which links lead backwards. */
export const BASE = `
  organisations           name! vat_number country
  branches                organisation_id>organisations name! city opened_on
  departments             organisation_id>organisations name!
  employees               branch_id>branches department_id>departments full_name! email hired_on is_active
  employee_roles          employee_id>employees role!
  teams                   branch_id>branches name!
  team_members            team_id>teams employee_id>employees joined_on
  working_hours           employee_id>employees weekday_count starts_at ends_at
  brands                  name! website
  designers               full_name! country
  categories              parent_id>categories name! slug!
  collections             designer_id>designers name! season
  styles                  name! description
  rooms                   name! slug!
  materials               name! origin is_recycled
  colours                 name! hex!
  finishes                material_id>materials name!
  products                brand_id>brands style_id>styles sku! title! price_eur is_active created_at
  product_variants        product_id>products colour_id>colours finish_id>finishes sku! price_eur
  product_images          product_id>products path! position_count
  product_categories      product_id>products category_id>categories
  collection_products     collection_id>collections product_id>products
  product_materials       product_id>products material_id>materials share_count
  dimensions              product_id>products width_cm_count height_cm_count depth_cm_count
  suppliers               name! country lead_days_count
  supplier_contacts       supplier_id>suppliers full_name! phone
  supplier_products       supplier_id>suppliers product_id>products cost_eur
  purchase_orders         supplier_id>suppliers ordered_at note
  purchase_order_lines    purchase_order_id>purchase_orders product_id>products quantity_count cost_eur
  warehouses              branch_id>branches name! address
  warehouse_bins          warehouse_id>warehouses code!
  goods_receipts          purchase_order_id>purchase_orders warehouse_id>warehouses received_at
  stock_counts            warehouse_bin_id>warehouse_bins product_id>products quantity_count counted_at
  clients                 organisation_id>organisations full_name! email auth_user_id phone
  customer_groups         name! discount_eur
  customer_addresses      client_id>clients street! city country
  order_states            label! is_final
  discounts               name! amount_eur starts_at ends_at
  discount_codes          discount_id>discounts code! used_count
  orders                  client_id>clients order_state_id>order_states placed_at total_eur
  order_lines             order_id>orders product_variant_id>product_variants quantity_count price_eur
  payment_methods         name! is_active
  payments                order_id>orders payment_method_id>payment_methods amount_eur paid_at
  refunds                 payment_id>payments amount_eur reason
  vat_rates_2024          country! rate_eur
  invoices                order_id>orders issued_on total_eur
  invoice_lines           invoice_id>invoices vat_rate_id>vat_rates_2024 label! amount_eur
  return_reasons          label!
  carriers                name! tracking_url
  delivery_zones          carrier_id>carriers name! price_eur
  delivery_slots          delivery_zone_id>delivery_zones starts_at ends_at
  vehicles                branch_id>branches plate!
  drivers                 employee_id>employees vehicle_id>vehicles licence
  assembly_teams          branch_id>branches name!
  assembly_jobs           assembly_team_id>assembly_teams order_id>orders starts_at note
  pages                   slug! title! published_at
  page_blocks             page_id>pages content position_count
  banners                 page_id>pages text! is_active
  faqs                    question! answer
  media_files             path! alt_text bytes_count
  translations            page_id>pages language! content
  redirects_301           from_path! to_path!
  settings                key! value
  exchange_rates          currency! rate_eur valid_on
  tags                    label! slug!
  legacy_imports          source! imported_at row_count`;

/** What was made between migrations, while they were being written. */
export const LATER = `
  supplier_ratings        supplier_id>suppliers stars_count comment
  campaigns_2026          name! budget_eur starts_at
  Returns                 quote_id>quotes return_reason_id>return_reasons received_at
  tmp_export_march        payload exported_at`;
