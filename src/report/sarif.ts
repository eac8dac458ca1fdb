// stub
import type { Report } from './report.ts';
export const renderSarif = (report: Report, _: { prefix?: string } = {}): string => JSON.stringify(report);
