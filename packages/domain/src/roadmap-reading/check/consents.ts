import type { PlainDate } from '../../calendar/plain-date.ts';
import type { DraftActivity, DraftRemark, RoadmapDraft } from '../roadmap-draft.ts';
import { activitiesOfDraft } from './draft-texts.ts';
import { remark } from './remark-codes.ts';

const CONSENTS = /соглас\p{L}+.{0,40}(?:обработк|персональн)/iu;
const BANKS = /(?:формировани|создани|актуализаци|пополнени)\p{L}*.{0,60}(?:баз|банк)\p{L}*/iu;

/** 152-ФЗ, arts. 6 and 9: consents are collected before people enter a bank, not after it has been made. */
export function consentsAfterBanks(draft: RoadmapDraft): DraftRemark[] {
  const all = activitiesOfDraft(draft).map(({ activity }) => activity);
  const banks = all.filter(({ title }) => BANKS.test(title) && !CONSENTS.test(title));
  const firstBank = banks.flatMap((activity) => endOf(activity) ?? []).toSorted()[0];
  if (!firstBank) return [];
  return all
    .filter((activity) => CONSENTS.test(activity.title) && (startOf(activity) ?? firstBank) > firstBank)
    .map((activity) =>
      remark('remark.consents-after-banks', `${activity.title} – ${activity.deadline?.text ?? ''}`, activity.source),
    );
}

function endOf({ deadline }: DraftActivity): PlainDate | undefined {
  return deadline?.continuous === false ? (deadline.windows[0]?.end ?? undefined) : undefined;
}

function startOf({ deadline }: DraftActivity): PlainDate | undefined {
  return deadline?.continuous === false
    ? (deadline.windows[0]?.start ?? deadline.windows[0]?.end ?? undefined)
    : undefined;
}
