import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';

export type Step =
  | 'submit'
  | 'considerByCouncil'
  | 'askAuthority'
  | 'agree'
  | 'approve'
  | 'enact'
  | 'return'
  | 'amend'
  | 'close'
  | 'archive'
  | 'remove';

/** What is said about what comes next; its words are `next.<key>` in the catalogue. */
export type Explanation =
  | 'draftMine'
  | 'draftTheirs'
  | 'returned'
  | 'ask'
  | 'asked'
  | 'recordAgreement'
  | 'agreementTheirs'
  | 'approveMine'
  | 'approveTheirs'
  | 'enactMine'
  | 'enactTheirs'
  | 'running'
  | 'finish'
  | 'closed'
  | 'archived'
  | 'superseded';

export type Next = { readonly explain: Explanation; readonly main: Step | null; readonly others: readonly Step[] };

/** LIFECYCLE 4.1 as one question: who does what next. The button is this person's step, if it is theirs. */
export function nextSteps(
  plan: Pick<Roadmap, 'state' | 'may' | 'outerAgreement' | 'items' | 'cycle'>,
  today: PlainDate,
): Next {
  const { may } = plan;
  const { explain, wanted } = expected(plan, today);
  const main = wanted.find((step) => may[step]) ?? null;
  const others = OFFERED[plan.state].filter((step) => step !== main && may[step]);
  return { explain, main, others };
}

const OFFERED: Record<Roadmap['state'], readonly Step[]> = {
  draft: ['remove'],
  returned: [],
  underReview: ['considerByCouncil', 'askAuthority', 'agree', 'approve', 'return'],
  agreed: ['agree', 'return'],
  approved: [],
  inForce: ['amend', 'close'],
  superseded: [],
  closed: ['archive'],
  archived: [],
};

type Facts = Pick<Roadmap, 'state' | 'may' | 'outerAgreement' | 'items' | 'cycle'>;

function expected(plan: Facts, today: PlainDate): { explain: Explanation; wanted: readonly Step[] } {
  const { state, may } = plan;
  switch (state) {
    case 'draft':
      return { explain: may.submit ? 'draftMine' : 'draftTheirs', wanted: ['submit'] };
    case 'returned':
      return { explain: 'returned', wanted: ['submit'] };
    case 'underReview':
      return underReview(plan);
    case 'agreed':
      return { explain: may.approve ? 'approveMine' : 'approveTheirs', wanted: ['approve'] };
    case 'approved':
      return { explain: may.enact ? 'enactMine' : 'enactTheirs', wanted: ['enact'] };
    case 'inForce': {
      const finished = plan.items.every(
        (item) => ['done', 'closed'].includes(item.dueState) && item.state !== 'reported',
      );
      return finished || today > plan.cycle.end
        ? { explain: 'finish', wanted: ['close'] }
        : { explain: 'running', wanted: [] };
    }
    case 'closed':
      return { explain: 'closed', wanted: [] };
    case 'archived':
      return { explain: 'archived', wanted: [] };
    case 'superseded':
      return { explain: 'superseded', wanted: [] };
  }
}

function underReview({ may, outerAgreement }: Facts): { explain: Explanation; wanted: readonly Step[] } {
  if (!outerAgreement.required) {
    return { explain: may.approve ? 'approveMine' : 'approveTheirs', wanted: ['approve'] };
  }
  if (outerAgreement.state === 'asked') return { explain: 'asked', wanted: [] };
  if (may.askAuthority) return { explain: 'ask', wanted: ['askAuthority'] };
  return may.agree ? { explain: 'recordAgreement', wanted: ['agree'] } : { explain: 'agreementTheirs', wanted: [] };
}
