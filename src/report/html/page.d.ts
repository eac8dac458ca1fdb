// The page's script as text: see .ci/page-assets.mjs.
declare const text: string;
export default text;
