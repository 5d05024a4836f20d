import { item as itemShape, roadmap as roadmapShape } from '@nastavnik/contracts/roadmaps';
import { Prepared } from '../../platform/http/prepared.ts';
import { Kept } from '../../platform/kept.ts';
import { type ItemViewer, viewItem } from './item.view.ts';
import { type PeopleOfPlan, peopleOfPlan } from './people-of-plan.ts';
import type { Plan, PlanItem } from './plan.ts';
import { viewFrame } from './roadmap.view.ts';
import { type Viewer, viewerKey } from './viewer.ts';

const frameShape = roadmapShape.omit({ items: true });

/** As many people as open one plan between two of its changes and are worth remembering. */
const VIEWERS = 8;
const answers = new WeakMap<Plan, Kept<Prepared>>();

/**
 * `viewRoadmap` as bytes, each part checked by the contract when it is made. What was made for a plan that has not
 * changed is given again: the whole to a viewer of the same person, roles and day, an item to whoever has the same
 * roles, answers for it too or not, and looks on the same day.
 */
export function roadmapAnswer(viewer: Viewer, plan: Plan): Prepared {
  const ofPlan = answers.get(plan) ?? new Kept<Prepared>(VIEWERS);
  answers.set(plan, ofPlan);
  const key = viewerKey(viewer);
  const known = ofPlan.get(key);
  if (known) return known;
  const made = new Prepared(textOf(viewer, plan));
  ofPlan.set(key, made);
  return made;
}

function textOf(viewer: Viewer, plan: Plan): string {
  const people = peopleOf(plan.directory);
  const itemTexts = textsOf(plan);
  const items = plan.items.map((item) => {
    const eyes = { roles: viewer.roles, today: viewer.today, mine: people.isResponsible(item, viewer.personId) };
    return itemTexts(eyes, people, item);
  });
  const frame = JSON.stringify(frameShape.parse(viewFrame(viewer, plan)));
  return `${frame.slice(0, -1)},"items":[${items.join(',')}]}`;
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
    const key = [eyes.today, eyes.mine, ...eyes.roles.toSorted()].join(' ');
    const known = ofItem.get(key);
    if (known !== undefined) return known;
    const text = JSON.stringify(itemShape.parse(viewItem(eyes, plan, people, item)));
    ofItem.set(key, text);
    return text;
  };
}
