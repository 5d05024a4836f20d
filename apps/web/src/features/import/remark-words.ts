import { REMARKS, type RemarkCode } from '@nastavnik/domain/roadmap-reading/check/remark-codes';
import { useCallback } from 'react';
import { catalogue } from '../../lib/texts.ts';
import { useImportTexts } from './import-texts.ts';
import { ru } from './remarks.ru.ts';

const { useTexts } = catalogue('remarks', ru, () => import('./remarks.en.ts'));

/** The sentence of a remark's code: what is seen and what to do. */
export function useRemarkWords(): (code: string) => string {
  const say = useTexts();
  const sayImport = useImportTexts();
  return useCallback((code) => (isRemarkCode(code) ? say(code) : sayImport('remark.unknown')), [say, sayImport]);
}

function isRemarkCode(code: string): code is RemarkCode {
  return Object.hasOwn(REMARKS, code);
}
