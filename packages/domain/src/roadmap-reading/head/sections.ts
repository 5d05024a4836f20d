import type { Ledger } from '../ledger.ts';
import type { DraftSection } from '../roadmap-draft.ts';
import { flowOf, type Span, trimmed } from '../text/span.ts';
import type { HeadLine } from './head-lines.ts';

/**
 * Prose in sections: goals, tasks, forms, expected results. Lines before the first heading make a section without one
 * when `keepLoose` is set; otherwise they stay, and so come out as not understood.
 */
export function sectionsOf(lines: readonly HeadLine[], ledger: Ledger, keepLoose: boolean): DraftSection[] {
  const sections: { heading: string; paragraphs: string[]; source: DraftSection['source'] }[] = [];
  lines.forEach((line, index) => {
    const goal = goalHeading(line);
    if (goal) {
      sections.push({
        heading: ledger.take(goal.heading),
        paragraphs: [ledger.take(goal.rest)],
        source: line.span.piece.place,
      });
    } else if (isHeading(lines, index)) {
      sections.push({ heading: ledger.take([line.span]), paragraphs: [], source: line.span.piece.place });
    } else {
      const open = sections.at(-1);
      if (!open && !keepLoose) return;
      if (open) open.paragraphs.push(ledger.take([line.span]));
      else sections.push({ heading: '', paragraphs: [ledger.take([line.span])], source: line.span.piece.place });
    }
  });
  return sections;
}

/** «Целью внедрения … является <цель>» is a section in one sentence: its heading ends with the verb. */
function goalHeading(line: HeadLine): { heading: Span[]; rest: Span[] } | null {
  const flow = flowOf([line.span]);
  const match =
    /^\s*(?:цел(?:ь|ью|и|ями)|задач(?:а|и|ами))(?:\s[^.:;]{0,140}?)?(?:\s(?:является|являются)\s|\s?[:–—]\s+)(?=\S)/iu.exec(
      flow.text,
    );
  if (!match) return null;
  return {
    heading: trimmed(flow.slice(0, match[0].length)),
    rest: trimmed(flow.slice(match[0].length, flow.text.length)),
  };
}

function isHeading(lines: readonly HeadLine[], index: number): boolean {
  const line = lines[index];
  if (!line) return false;
  const { text } = line;
  const next = lines[index + 1];
  if (/^[-–—•·▪]/u.test(text)) return false;
  const number = numberOf(text);
  if (number !== null) {
    const listed =
      numberOf(next?.text ?? '') === number + 1 ||
      (number > 1 && numberOf(lines[index - 1]?.text ?? '') === number - 1);
    return !listed && text.length <= 120 && !/[.;,]$/u.test(text);
  }
  if (line.span.piece.heading) return true;
  if (
    /^(?:цел[ьи]|задач[аи]|ожидаем\p{L}+ результат|планируем\p{L}+ результат|форм[аы] |основные (?:положения|направления)|план мероприятий|содержание|введение|пояснительная|актуальность|нормативн|этапы|участники|принципы|общие положения|критерии|показатели|результаты)/iu.test(
      text,
    )
  ) {
    return text.endsWith(':') || (text.length <= 90 && !/[.;,!]$/u.test(text));
  }
  const alone = line.gap && next?.gap === true && text.length <= 70 && !/[.;,:!]$/u.test(text);
  return (alone && /^\p{Lu}/u.test(text)) || (line.span.piece.bold && text.length <= 100 && !/[.;,]$/u.test(text));
}

function numberOf(text: string): number | null {
  const match = /^\s*(\d{1,2})[.)]\s*\D/u.exec(text);
  return match ? Number(match[1]) : null;
}
