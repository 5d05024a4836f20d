import type { RuleCode } from '../input/rules.ts';
import type { Id } from '../input/snapshot.ts';
import type { PairExplanation, UnmatchedExplanation } from './explanations.ts';

/** Names stand in the nominative after a colon or a dash, so that no name has to be declined. */
export type NameOf = (id: Id) => string;

const RULES: Record<Exclude<RuleCode, `MUST:${string}`>, string> = {
  SELF: 'это тот же человек',
  FORM: 'не допущен к этой форме наставничества',
  CONSENT: 'нет действующего согласия',
  ORG: 'другая организация без соглашения',
  LINE_MANAGER: 'непосредственный руководитель',
  RELATIVE: 'родственник',
  LANGUAGE: 'нет общего языка',
  SLOTS: 'нет общего времени',
  PLACE: 'негде встретиться',
  EXCLUDED_BY_MENTEE: 'исключение по просьбе наставляемого',
  EXCLUDED_BY_MENTOR: 'исключение по просьбе наставника',
  EXCLUDED_BY_CURATOR: 'исключение по решению куратора',
  MENTOR_CLOSED: 'мест нет или наставник не допущен',
  NOT_LISTED: 'пары нет среди оценённых',
  MIN_SCORE: 'оценка ниже порога',
};

/** Why a rule failed, as it stands after «причина:». */
export function ruleText(code: RuleCode): string {
  return code.startsWith('MUST:')
    ? `не выполнено обязательное условие «${code.slice(5)}»`
    : RULES[code as Exclude<RuleCode, `MUST:${string}`>];
}

/** «1 место», «2 места», «5 мест». */
export function counted(count: number, one: string, few: string, many: string): string {
  const [tens, units] = [Math.abs(count) % 100, Math.abs(count) % 10];
  const word = tens >= 11 && tens <= 14 ? many : units === 1 ? one : units >= 2 && units <= 4 ? few : many;
  return `${count} ${word}`;
}

/** The explanation of a pair in sentences. */
export function pairText(e: PairExplanation, nameOf: NameOf): string[] {
  const lines = [`Наставляемый: ${nameOf(e.request)}. Наставник: ${nameOf(e.mentor)}.`];
  if (e.failed.length > 0) {
    lines.push(`Пара невозможна, причина: ${e.failed.map(ruleText).join('; ')}.`);
    return lines;
  }
  lines.push(
    `Оценка: ${counted(e.score, 'балл', 'балла', 'баллов')} из 1000; ${e.position}-е место из ${e.candidates} по этому запросу.`,
  );
  for (const one of e.contributions) {
    lines.push(`— ${one.criterion}: ${one.points} из ${one.weight}${one.missing ? ' (нет ответа)' : ''}`);
  }
  if (e.mutual) lines.push('Выбор взаимный: каждый назвал другого.');
  if (e.locked) lines.push('Пара закреплена решением куратора.');
  for (const price of e.prices) {
    const others = counted(price.moved.length, 'человек сменит', 'человека сменят', 'человек сменят');
    lines.push(`Если вместо этого — ${nameOf(price.mentor)}: ${priceText(price)}; ${others} пару.`);
  }
  return lines;
}

function priceText(price: { coverage: number; mutual: number; points: number }): string {
  const parts: string[] = [];
  if (price.coverage > 0)
    parts.push(`без наставника останется на ${counted(price.coverage, 'человека', 'человека', 'человек')} больше`);
  if (price.coverage < 0)
    parts.push(`без наставника останется на ${counted(-price.coverage, 'человека', 'человека', 'человек')} меньше`);
  if (price.mutual > 0) parts.push(`взаимных пар станет меньше на ${price.mutual}`);
  if (price.mutual < 0) parts.push(`взаимных пар станет больше на ${-price.mutual}`);
  if (price.points > 0) parts.push(`общая оценка ниже на ${counted(price.points, 'балл', 'балла', 'баллов')}`);
  if (price.points < 0) parts.push(`общая оценка выше на ${counted(-price.points, 'балл', 'балла', 'баллов')}`);
  return parts.length > 0 ? parts.join(', ') : 'общий итог не хуже';
}

/** Why somebody is without a mentor, in sentences. */
export function unmatchedText(e: UnmatchedExplanation, nameOf: NameOf): string[] {
  const lines = [`Наставляемый: ${nameOf(e.request)}.`];
  switch (e.reason) {
    case 'MATCHED':
      lines.push('Наставник предложен.');
      break;
    case 'NO_CANDIDATES':
      lines.push('Ни один наставник не подходит по обязательным правилам.');
      break;
    case 'LIST_EXHAUSTED':
      lines.push('У всех, кого назвал этот человек, места заняты теми, кого они назвали не ниже.');
      break;
    case 'LOCK_CONFLICT':
      lines.push('Закреплённую пару нельзя сохранить: решение за куратором.');
      break;
    case 'SHORTAGE':
      if (e.shortage) lines.push(...shortageText(e.shortage, nameOf));
  }
  if (e.reason === 'NO_CANDIDATES') {
    for (const step of e.funnel) {
      lines.push(
        `— ${ruleText(step.code)}: ${step.failedFirst}; если снять только это правило, кандидатов станет ${step.ifRelaxed}.`,
      );
    }
  }
  for (const lock of e.lockedOutBy) {
    lines.push(`Место нашлось бы без закреплённой пары: ${nameOf(lock.request)} — ${nameOf(lock.mentor)}.`);
  }
  return lines;
}

function shortageText(shortage: NonNullable<UnmatchedExplanation['shortage']>, nameOf: NameOf): string[] {
  const { requests, mentors, places, ahead, ownPriority, oneMorePlaceAt } = shortage;
  const claim = counted(requests.length, 'человек претендует', 'человека претендуют', 'человек претендуют');
  const lines = [
    `Не хватает мест: ${claim} на ${counted(mentors.length, 'наставника', 'наставников', 'наставников')}, мест — ${places}.`,
  ];
  const before = ahead.filter((one) => one.priority > ownPriority).length;
  if (before > 0) lines.push(`С более высоким приоритетом — ${before}.`);
  if (oneMorePlaceAt.length > 0) {
    lines.push(`Ещё одно место решит вопрос у любого из них: ${oneMorePlaceAt.map(nameOf).join(', ')}.`);
  } else lines.push('Одно новое место здесь досталось бы другому: без наставника остаётся не только этот человек.');
  return lines;
}
