import type { DraftActivity, DraftApproval, RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { remarkSentence } from './remark-sentences.ts';

const APPROVAL: Record<DraftApproval['kind'], string> = {
  approved: 'Утверждено',
  agreed: 'Согласовано',
  adopted: 'Принято',
};

/** The draft in words, for a person at a terminal. */
export function roadmapSummary(draft: RoadmapDraft): string {
  const activities = draft.stages.flatMap((stage) => stage.activities);
  const lines = [
    draft.title || 'Без названия',
    ...draft.organizations.map(({ name, language }) => (language === 'ru' ? `  ${name}` : `  ${name} (${language})`)),
    draft.period ? `Период: ${day(draft.period.start)} – ${day(draft.period.end)}` : 'Период в документе не назван',
    ...draft.approvals.map(approval),
    ...draft.sections.map(
      ({ heading, paragraphs }) => `Раздел: ${heading || 'без заголовка'} (абзацев: ${paragraphs.length})`,
    ),
    '',
    ...draft.stages.flatMap((stage) => [
      [stage.number, stage.title || 'Без названия этапа'].filter(Boolean).join('. '),
      ...stage.notes.map((note) => `    ${note}`),
      ...stage.activities.flatMap(activityLines),
    ]),
    '',
    `Этапов: ${draft.stages.length}, мероприятий: ${activities.length}, не распознано: ${draft.unrecognized.length}, замечаний: ${draft.remarks.length}`,
    ...draft.unrecognized.map(({ text, source }) => `  не распознано (${where(source)}): ${text}`),
    ...draft.remarks.map((remark) => `  ${remarkSentence(remark.code)}: ${remark.text}`),
  ];
  return `${lines.join('\n')}\n`;
}

function approval(stamp: DraftApproval): string {
  const document =
    stamp.document &&
    `${stamp.document.kind === 'order' ? 'приказ' : 'протокол'} № ${stamp.document.number ?? 'без номера'}`;
  const parts = [stamp.body, stamp.post, stamp.person, stamp.date && day(stamp.date), document].filter(Boolean);
  return `${APPROVAL[stamp.kind]}: ${parts.join(', ')}`;
}

function activityLines(activity: DraftActivity): string[] {
  const facts = [
    activity.measure,
    activity.deadline?.text,
    activity.responsible?.text,
    activity.result?.text,
    activity.condition && `условие: ${activity.condition}`,
  ].filter(Boolean);
  const title = [activity.number, activity.title].filter(Boolean).join('. ');
  return [
    `  – ${title}`,
    ...(facts.length > 0 ? [`      ${facts.join(' | ')}`] : []),
    ...activity.items.map((item) => `      · ${item}`),
  ];
}

function where({ block, row }: { block: number; row?: number }): string {
  return row === undefined ? `строка ${block + 1}` : `таблица, строка ${row + 1}`;
}

function day(date: string): string {
  return date.split('-').toReversed().join('.');
}
