import type { PlannedResult } from '../roadmap-reading/roadmap-draft.ts';
import { readTarget } from './read-target.ts';
import { resultKind } from './result-kind.ts';

/**
 * What a planned result promises: one document for each list item, semicolon or line that names another paper, each with its kind, and
 * the numeric target if there is one (the first, where there are several). Never throws.
 */
export function parseResult(text: string): PlannedResult {
  const plain = text.replace(/<\/?[a-z][^<>]{0,40}>|&nbsp;/gi, ' ').replace(/([а-яё])-\s*[\n/]\s*([а-яё])/g, '$1$2');
  const pieces = partPapers(partNumbers(plain))
    .split(/;|\n\s*\n|\n\s*(?=[-–—•·*]|\d+[.)])|(?:^|\s)[•·]\s/)
    .map((piece) =>
      piece
        .replace(/\s+/g, ' ')
        .replace(/^(?:[-–—*]|\d+[.)])\s*/, '')
        .trim(),
    )
    .filter((piece) => /[\p{L}\d%]/u.test(piece));
  return {
    text,
    documents: pieces.map((piece) => ({ kind: resultKind(piece), text: piece.replace(/[.,;]+$/, '') })),
    target: readTarget(plain),
  };
}

/** «1. Приказ 2. Положение» in one line. */
function partNumbers(text: string): string {
  return /^\s*1[.)]\s/.test(text) ? text.replace(/\s(?=\d{1,2}[.)]\s+\p{L})/gu, ';') : text;
}

const PAPER =
  /^(?:Приказ|Положение|План|Программа|Дорожная карта|Протокол|Отч[её]т|Справка|Аналитическ|Анкет|Банк|База|Реестр|Журнал|Спис(?:ок|ки)|Соглашени|Согласи|Договор|Публикаци|Информация|Сертификат|Фото|Видео|График|Размещение|Презентация|Перечень)/;
/** An adjective, a preposition or a comma waits for what the next line brings. */
const LEANS = /(?:[а-яё](?:ая|яя|ый|ий|ое|ые|ие|ой|ого|ых|их|ую)|(?:^|\s)(?:и|в|на|о|об|по|для|с|к|из)|[,–—-])\s*$/i;

/** Cells wrap inside a sentence, so a line goes on, unless it begins with the name of another paper: «Приказ», below it «Положение». */
function partPapers(text: string): string {
  return text
    .split('\n')
    .reduce((all, line) => `${all}${PAPER.test(line.trim()) && !LEANS.test(all) ? ';' : '\n'}${line}`);
}
