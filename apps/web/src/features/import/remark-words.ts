import { useImportTexts } from './import-texts.ts';

/** The sentence of a remark's code. */
export function useRemarkWords(): (code: string) => string {
  const say = useImportTexts();
  return (code) => `${say('remark.unknown')} (${code})`;
}
