import { type Likeness, likenessOf } from './likeness.ts';
import type { MentorIn, Profile, RequestIn, Snapshot } from './snapshot.ts';

/** Stable codes of the hard rules, in the fixed order in which they are evaluated. */
export type RuleCode =
  | 'SELF'
  | 'FORM'
  | 'CONSENT'
  | 'ORG'
  | 'LINE_MANAGER'
  | 'RELATIVE'
  | 'LANGUAGE'
  | 'SLOTS'
  | 'PLACE'
  | 'EXCLUDED_BY_MENTEE'
  | 'EXCLUDED_BY_MENTOR'
  | 'EXCLUDED_BY_CURATOR'
  | 'MENTOR_CLOSED'
  | `MUST:${string}`
  | 'NOT_LISTED'
  | 'MIN_SCORE';

export interface Rule {
  code: RuleCode;
  passes: (mentor: MentorIn, request: RequestIn) => boolean;
}

/**
 * The hard rules of a round: a pair is a candidate only if all of them pass. `MIN_SCORE` is not among them, since it
 * needs the score; see `judgePair`. This is the readable form; `buildGraph` does the same with bit masks.
 */
export function hardRules(snapshot: Snapshot, likeness: Likeness = likenessOf(snapshot)): Rule[] {
  const { policy, scores } = snapshot;
  const excluded = (by: string): ((mentor: MentorIn, request: RequestIn) => boolean) => {
    const pairs = new Set(
      snapshot.exclusions.filter((one) => one.by === by).map((one) => key(one.mentor, one.request)),
    );
    return (mentor, request) => pairs.size === 0 || !pairs.has(key(mentor.id, request.id));
  };
  const rules: Rule[] = [
    { code: 'SELF', passes: (mentor, request) => request.mentee === undefined || personOf(mentor) !== request.mentee },
    { code: 'FORM', passes: ({ forms }, { form }) => !forms?.length || form === undefined || forms.includes(form) },
    { code: 'CONSENT', passes: (mentor, request) => mentor.consent !== false && request.consent !== false },
    { code: 'ORG', passes: (mentor, request) => policy.crossOrganization === 'anyone' || mayCome(mentor, request) },
    { code: 'LINE_MANAGER', passes: (mentor, request) => !request.lineManagers?.includes(personOf(mentor)) },
    { code: 'RELATIVE', passes: (mentor, request) => !request.relatives?.includes(personOf(mentor)) },
    { code: 'LANGUAGE', passes: (mentor, request) => haveCommon(mentor.languages, request.languages) },
    { code: 'SLOTS', passes: (mentor, request) => haveCommon(mentor.slots, request.slots) },
    { code: 'PLACE', passes: (mentor, request) => canMeet(mentor, request, policy.maxDistance) },
    { code: 'EXCLUDED_BY_MENTEE', passes: excluded('mentee') },
    { code: 'EXCLUDED_BY_MENTOR', passes: excluded('mentor') },
    { code: 'EXCLUDED_BY_CURATOR', passes: excluded('curator') },
    { code: 'MENTOR_CLOSED', passes: (mentor) => mentor.closed !== true && mentor.capacity > 0 },
  ];
  for (const criterion of policy.criteria) {
    if (criterion.importance !== 'required') continue;
    const least = criterion.least ?? 1;
    rules.push({
      code: `MUST:${criterion.id}`,
      passes: (mentor, request) => (likeness(criterion, mentor, request) ?? least) >= least,
    });
  }
  if (scores) {
    const listed = new Set(scores.map((one) => key(one.mentor, one.request)));
    rules.push({ code: 'NOT_LISTED', passes: (mentor, request) => listed.has(key(mentor.id, request.id)) });
  }
  return rules;
}

/**
 * False for a pair that certainly fails `ORG` or `PLACE`: the cheapest question to most pairs of a region. The other rules
 * are still to be asked.
 */
export function neighbours({ policy }: Snapshot): (mentor: MentorIn, request: RequestIn) => boolean {
  const anyone = policy.crossOrganization === 'anyone';
  const { maxDistance } = policy;
  return (mentor, request) => canMeet(mentor, request, maxDistance) && (anyone || mayCome(mentor, request));
}

/** The person behind a mentor. */
export function personOf(mentor: MentorIn): string {
  return mentor.person ?? mentor.id;
}

export function key(mentor: string, request: string): string {
  return JSON.stringify([mentor, request]);
}

function mayCome(mentor: MentorIn, request: RequestIn): boolean {
  if (mentor.organization === undefined || request.organization === undefined) return true;
  return mentor.organization === request.organization || mentor.partnerOf?.includes(request.organization) === true;
}

function haveCommon<T>(one: readonly T[] | undefined, other: readonly T[] | undefined): boolean {
  return !one?.length || !other?.length || one.some((item) => other.includes(item));
}

/** On-line if both agree to it; else near enough, by distance when the round has a limit, or in one municipality. */
function canMeet(mentor: Profile, request: Profile, maxDistance: number | undefined): boolean {
  if (mentor.online === true && request.online === true) return true;
  if (maxDistance !== undefined && mentor.position && request.position) {
    const [dx, dy] = [mentor.position.x - request.position.x, mentor.position.y - request.position.y];
    return dx * dx + dy * dy <= maxDistance * maxDistance;
  }
  if (mentor.municipality === undefined || request.municipality === undefined) return true;
  return mentor.municipality === request.municipality;
}
