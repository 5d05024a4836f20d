import type { Faults } from './fault.ts';
import { isGiven } from './read-profile.ts';
import { noteDuplicates, readInteger, readList, readObject, readOneOf, readText } from './read-value.ts';
import type { Criterion, Policy } from './snapshot.ts';

const KINDS = [
  'subjects',
  'competences',
  'goals',
  'tags',
  'languages',
  'slots',
  'organization',
  'municipality',
  'experience',
  'meeting',
  'text',
] as const;
const IMPORTANCES = ['veryImportant', 'important', 'desirable', 'ignored', 'required'] as const;

/** A policy; amounts that are not given take the defaults of a round before publication. */
export function readPolicy(value: unknown, faults: Faults): Policy {
  const from = readObject(value, 'policy', faults);
  const criteria = isGiven(from['criteria']) ? readList(from['criteria'], 'policy.criteria', faults) : [];
  const policy: Policy = {
    criteria: criteria.map((one, at) => readCriterion(one, `policy.criteria[${at}]`, faults)),
    mutual: isGiven(from['mutual'])
      ? readOneOf(from['mutual'], 'policy.mutual', faults, ['ignore', 'bonus', 'stable'])
      : 'bonus',
    loadBalance: readAmount(from['loadBalance'], 'policy.loadBalance', faults, 10_000, 0),
    keepBonus: readAmount(from['keepBonus'], 'policy.keepBonus', faults, 10_000, 0),
  };
  noteDuplicates(
    policy.criteria.map((one) => one.id),
    (at) => `policy.criteria[${at}].id`,
    faults,
  );
  if (isGiven(from['minScore'])) policy.minScore = readInteger(from['minScore'], 'policy.minScore', faults, 0, 1000);
  if (isGiven(from['crossOrganization'])) {
    policy.crossOrganization = readOneOf(from['crossOrganization'], 'policy.crossOrganization', faults, [
      'agreement',
      'anyone',
    ]);
  }
  if (isGiven(from['maxDistance'])) {
    policy.maxDistance = readInteger(from['maxDistance'], 'policy.maxDistance', faults, 0, 1_000_000_000);
  }
  return policy;
}

function readCriterion(value: unknown, path: string, faults: Faults): Criterion {
  const from = readObject(value, path, faults);
  const criterion: Criterion = {
    id: readText(from['id'], `${path}.id`, faults),
    kind: readOneOf(from['kind'], `${path}.kind`, faults, KINDS),
    importance: readOneOf(from['importance'], `${path}.importance`, faults, IMPORTANCES),
  };
  if (isGiven(from['weight'])) criterion.weight = readInteger(from['weight'], `${path}.weight`, faults, 1, 1_000_000);
  if (isGiven(from['neutral'])) criterion.neutral = readInteger(from['neutral'], `${path}.neutral`, faults, 0, 100);
  if (isGiven(from['least'])) criterion.least = readInteger(from['least'], `${path}.least`, faults, 0, 100);
  if (isGiven(from['field'])) criterion.field = readText(from['field'], `${path}.field`, faults);
  if (criterion.kind === 'tags' && criterion.field === undefined) faults.add(`${path}.field`, 'missing');
  return criterion;
}

function readAmount(value: unknown, path: string, faults: Faults, most: number, otherwise: number): number {
  return isGiven(value) ? readInteger(value, path, faults, 0, most) : otherwise;
}
