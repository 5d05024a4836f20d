import { item as itemShape, roadmap as roadmapShape } from '@nastavnik/contracts/roadmaps';
import { Prepared } from '../../platform/http/prepared.ts';
import { Kept } from '../../platform/kept.ts';
import { type ItemViewer, viewItem } from './item.view.ts';
import { type PeopleOfPlan, peopleOfPlan } from './people-of-plan.ts';
import type { Plan, PlanItem } from './plan.ts';
import { viewFrame } from './roadmap.view.ts';
import type { Viewer } from './viewer.ts';

const frameShape = roadmapShape.omit({ items: true });

/** Ways to see one plan that are worth remembering: the office, the staff, and who answers for something of it. */
const SEEN = 16;
const answers = new WeakMap<Plan, Kept<Prepared>>();

/**
 * `viewRoadmap` as bytes, each part checked by the contract when it is made. What was made for a plan that has not
 * changed is given again: the whole to whoever has the same roles and answers for the same items on the same day, an item
 * to whoever has the same roles and answers for it too, or does not.
 */
export function roadmapAnswer(viewer: Viewer, plan: Plan): Prepared {
  const ofPlan = answers.get(plan) ?? new Kept<Prepared>(SEEN);
  answers.set(plan, ofPlan);
  const own = ownItems(plan).get(viewer.personId) ?? NONE;
  const eyes: Eyes = { roles: viewer.roles, today: viewer.today };
  const key = [...keyOf(eyes), ...own].join(' ');
  const known = ofPlan.get(key);
  if (known) return known;
  const made = new Prepared(textOf(eyes, own, plan));
  ofPlan.set(key, made);
  return made;
}

/** No person is in it: what is made here cannot differ between two who see the same. */
type Eyes = Pick<Viewer, 'roles' | 'today'>;
const keyOf = ({ today, roles }: Eyes) => [today, ...roles.toSorted()];

function textOf(eyes: Eyes, own: ReadonlySet<string>, plan: Plan): string {
  const people = peopleOf(plan.directory);
  const itemTexts = textsOf(plan);
  const items = plan.items.map((item) => itemTexts({ ...eyes, mine: own.has(item.id) }, people, item));
  const frame = JSON.stringify(frameShape.parse(viewFrame(eyes, plan)));
  return `${frame.slice(0, -1)},"items":[${items.join(',')}]}`;
}

const NONE: ReadonlySet<string> = new Set();
const owned = new WeakMap<Plan, ReadonlyMap<string, ReadonlySet<string>>>();

/** The items that each person answers for, in the order of the plan. */
function ownItems(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const known = owned.get(plan);
  if (known) return known;
  const people = peopleOf(plan.directory);
  const found = new Map<string, Set<string>>();
  for (const item of plan.items) {
    for (const { id } of people.ofItem(item)) found.set(id, (found.get(id) ?? new Set()).add(item.id));
  }
  owned.set(plan, found);
  return found;
}

const resolved = new WeakMap<Plan['directory'], PeopleOfPlan>();

function peopleOf(directory: Plan['directory']): PeopleOfPlan {
  const known = resolved.get(directory) ?? peopleOfPlan(directory);
  resolved.set(directory, known);
  return known;
}

/** The directory object is read anew whenever anything of the plan but its items has changed, so it stands for all of that. */
const texts = new WeakMap<Plan['directory'], WeakMap<PlanItem, Kept<string>>>();
/** Office or not, responsible or not: a handful of ways to see an item. */
const WAYS = 8;

function textsOf(plan: Plan) {
  const ofFrame = texts.get(plan.directory) ?? new WeakMap<PlanItem, Kept<string>>();
  texts.set(plan.directory, ofFrame);
  return (eyes: ItemViewer, people: PeopleOfPlan, item: PlanItem): string => {
    const ofItem = ofFrame.get(item) ?? new Kept<string>(WAYS);
    ofFrame.set(item, ofItem);
    const key = [eyes.mine, ...keyOf(eyes)].join(' ');
    const known = ofItem.get(key);
    if (known !== undefined) return known;
    const text = JSON.stringify(itemShape.parse(viewItem(eyes, plan, people, item)));
    ofItem.set(key, text);
    return text;
  };
}
