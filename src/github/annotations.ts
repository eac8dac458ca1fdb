// stub
import type { Report } from '../report/report.ts';
export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  title: string;
  message: string;
  file?: string;
  line?: number;
  column?: number;
}
export const annotationsOf = ({ findings }: Report, prefix: string): Annotation[] =>
  findings.slice(0, 9).map((f) => ({
    level: 'error',
    title: f.ruleId,
    message: f.message,
    ...(f.location && { file: prefix + f.location.file, line: f.location.line }),
  }));
