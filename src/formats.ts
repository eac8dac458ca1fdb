// The formats that a report can have: what options accept, and what renderers there are.

export const FORMATS = ['text', 'json', 'markdown', 'sarif', 'html'] as const;
export type Format = (typeof FORMATS)[number];
