import type { PlainDate } from '../calendar/plain-date.ts';
import type { ItemState } from './roadmap-states.ts';

/** Why a command of 4.1 is refused, with what the sentence about it needs: the items at fault above all. */
export type RoadmapRefusal = {
  readonly code:
    | 'roadmap.empty'
    | 'roadmap.items-incomplete'
    | 'roadmap.no-authority'
    | 'roadmap.outer-agreement-missing'
    | 'roadmap.approver-not-director'
    | 'roadmap.approved-before-agreed'
    | 'roadmap.order-required'
    | 'roadmap.not-started-yet'
    | 'roadmap.items-open';
  readonly details?: Record<string, unknown>;
};

export type PlannedItem = {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly deadline: string | null;
  readonly responsible: string | null;
  readonly result: string | null;
};

type Missing = 'title' | 'deadline' | 'responsible' | 'result';

/** 4.1 submit: every item has a title, a term, a responsible and a planned result. Its stage is held by the database. */
export function submitRefusal(items: readonly PlannedItem[]): RoadmapRefusal | undefined {
  if (items.length === 0) return { code: 'roadmap.empty' };
  const incomplete = items
    .map((item) => ({ id: item.id, number: item.number, title: item.title, missing: missingOf(item) }))
    .filter((item) => item.missing.length > 0);
  return incomplete.length > 0 ? { code: 'roadmap.items-incomplete', details: { items: incomplete } } : undefined;
}

function missingOf(item: PlannedItem): Missing[] {
  return (['title', 'deadline', 'responsible', 'result'] as const).filter((part) => !item[part]?.trim());
}

export type OuterAgreement = { readonly required: boolean; readonly authority: string | null };

/** Does this body's agreement count as the outer one? Without a name of the authority any recorded agreement does. */
export function isOuterAgreement(outer: OuterAgreement, body: string): boolean {
  return outer.required && (outer.authority === null || plain(outer.authority) === plain(body));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"'.,()\s]+/g, ' ')
    .trim();
}

export type ApprovalFacts = {
  readonly state: 'underReview' | 'agreed';
  readonly outerRequired: boolean;
  readonly post: string;
  /** The document that gives the power to an acting director. */
  readonly authority: string | null;
  readonly date: PlainDate;
  readonly order: boolean;
  /** The school's stamp names an order, or the roadmap amends one in force (4.1 amend: «by order»). */
  readonly orderNeeded: boolean;
  readonly agreedOn: readonly PlainDate[];
};

/** 4.1 approve with its rules (a) and (c). */
export function approveRefusal(facts: ApprovalFacts): RoadmapRefusal | undefined {
  if (facts.outerRequired && facts.state !== 'agreed') return { code: 'roadmap.outer-agreement-missing' };
  if (!mayApprove(facts.post, facts.authority)) {
    return { code: 'roadmap.approver-not-director', details: { post: facts.post } };
  }
  if (facts.orderNeeded && !facts.order) return { code: 'roadmap.order-required' };
  const later = facts.agreedOn.filter((day) => day > facts.date);
  if (later.length > 0) {
    return { code: 'roadmap.approved-before-agreed', details: { agreedOn: later.toSorted().at(-1), date: facts.date } };
  }
  return undefined;
}

const ACTING = /(^|\s)(и\.?\s?о\.?|врио|вр\.?\s?и\.?\s?о\.?|исполняющ\S*|временно)(\s|$)/;
const DEPUTY = /(^|\s)(зам\S*|заместител\S*|помощник\S*)(\s|$)/;
const HEAD =
  /директор|заведующ|начальник|ректор|руководитель\s+(управлени|департамент|комитет|отдел|учрежден|организац)/;

/** Rule (c): only the director approves, or who acts as director and has a document that says so. */
export function mayApprove(post: string, authority: string | null): boolean {
  const words = plain(post).replaceAll('/', '. ');
  if (!HEAD.test(words) || DEPUTY.test(words)) return false;
  return ACTING.test(post.toLowerCase()) ? authority !== null : true;
}

/** 4.1 enact: the cycle has begun, or the day of the approval has come. */
export function enactRefusal(facts: {
  readonly today: PlainDate;
  readonly cycleStart: PlainDate;
  readonly approvedOn: PlainDate | null;
}): RoadmapRefusal | undefined {
  const startsOn =
    facts.approvedOn !== null && facts.approvedOn < facts.cycleStart ? facts.approvedOn : facts.cycleStart;
  return facts.today < startsOn ? { code: 'roadmap.not-started-yet', details: { startsOn } } : undefined;
}

const FINISHED: readonly ItemState[] = ['done', 'cancelled', 'notRequired'];

/** 4.1 close: every item is done, cancelled, not required, or late with an explanation. */
export function closeRefusal(
  items: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly title: string;
    readonly state: ItemState;
  }[],
  explained: ReadonlySet<string>,
): RoadmapRefusal | undefined {
  const open = items
    .filter((item) => !FINISHED.includes(item.state) && !(item.state === 'overdue' && explained.has(item.id)))
    .map(({ id, number, title, state }) => ({ id, number, title, state }));
  return open.length > 0 ? { code: 'roadmap.items-open', details: { items: open } } : undefined;
}

/** 4.1 archive: «30 June after cycle», by the system. */
export function archivesOn(cycleEnd: PlainDate): PlainDate {
  const year = Number(cycleEnd.slice(0, 4));
  const june = `${year}-06-30` as PlainDate;
  return june > cycleEnd ? june : (`${year + 1}-06-30` as PlainDate);
}
