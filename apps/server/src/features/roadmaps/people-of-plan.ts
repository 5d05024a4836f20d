import type { Directory } from '@nastavnik/domain/roadmaps/resolve-parties';
import { type DirectoryPerson, resolveParty, shortName } from '@nastavnik/domain/roadmaps/resolve-parties';
import type { PlanItem, PlanParty } from './plan.ts';

/** Who answers for the items of a plan on the day of its directory; the same words are resolved once. */
export type PeopleOfPlan = {
  of(party: PlanParty): readonly DirectoryPerson[];
  isResponsible(item: Pick<PlanItem, 'parties'>, personId: string): boolean;
  /** Everybody whom the item names. */
  ofItem(item: Pick<PlanItem, 'parties'>): readonly DirectoryPerson[];
};

export function peopleOfPlan(directory: Directory): PeopleOfPlan {
  const known = new Map<string, readonly DirectoryPerson[]>();
  const of = (party: PlanParty) => {
    const key = JSON.stringify([party.kind, party.name, party.post, party.personId, party.bodyId]);
    const found = known.get(key) ?? resolveParty(party, directory);
    known.set(key, found);
    return found;
  };
  return {
    of,
    isResponsible: (item, personId) => item.parties.some((party) => of(party).some((person) => person.id === personId)),
    ofItem: (item) => [...new Map(item.parties.flatMap(of).map((person) => [person.id, person])).values()],
  };
}

export { shortName };
