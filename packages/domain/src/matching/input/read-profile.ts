import type { Faults } from './fault.ts';
import {
  type Plain,
  readFlag,
  readInteger,
  readList,
  readObject,
  readOneOf,
  readText,
  readTexts,
} from './read-value.ts';
import type { MentorIn, Profile, RequestIn } from './snapshot.ts';

const WIDE = 1_000_000_000;

export function readMentor(value: unknown, path: string, faults: Faults): MentorIn {
  const from = readObject(value, path, faults);
  const mentor: MentorIn = {
    id: readText(from['id'], `${path}.id`, faults),
    capacity: readInteger(from['capacity'], `${path}.capacity`, faults, 0, 1_000_000),
    ...readProfile(from, path, faults),
  };
  if (isGiven(from['person'])) mentor.person = readText(from['person'], `${path}.person`, faults);
  if (isGiven(from['minimum'])) mentor.minimum = readInteger(from['minimum'], `${path}.minimum`, faults, 0, 1_000_000);
  if (isGiven(from['closed'])) mentor.closed = readFlag(from['closed'], `${path}.closed`, faults);
  if (isGiven(from['forms'])) mentor.forms = readTexts(from['forms'], `${path}.forms`, faults);
  if (isGiven(from['partnerOf'])) mentor.partnerOf = readTexts(from['partnerOf'], `${path}.partnerOf`, faults);
  return mentor;
}

export function readRequest(value: unknown, path: string, faults: Faults): RequestIn {
  const from = readObject(value, path, faults);
  const request: RequestIn = {
    id: readText(from['id'], `${path}.id`, faults),
    ...readProfile(from, path, faults),
  };
  if (isGiven(from['mentee'])) request.mentee = readText(from['mentee'], `${path}.mentee`, faults);
  if (isGiven(from['priority']))
    request.priority = readInteger(from['priority'], `${path}.priority`, faults, -WIDE, WIDE);
  if (isGiven(from['form'])) request.form = readText(from['form'], `${path}.form`, faults);
  if (isGiven(from['lineManagers']))
    request.lineManagers = readTexts(from['lineManagers'], `${path}.lineManagers`, faults);
  if (isGiven(from['relatives'])) request.relatives = readTexts(from['relatives'], `${path}.relatives`, faults);
  return request;
}

function readProfile(from: Plain, path: string, faults: Faults): Profile {
  const profile: Profile = {};
  for (const field of ['organization', 'municipality'] as const) {
    if (isGiven(from[field])) profile[field] = readText(from[field], `${path}.${field}`, faults);
  }
  for (const field of ['consent', 'online'] as const) {
    if (isGiven(from[field])) profile[field] = readFlag(from[field], `${path}.${field}`, faults);
  }
  for (const field of ['languages', 'subjects', 'competences', 'goals'] as const) {
    if (isGiven(from[field])) profile[field] = readTexts(from[field], `${path}.${field}`, faults);
  }
  if (isGiven(from['slots'])) {
    profile.slots = readList(from['slots'], `${path}.slots`, faults).map((slot, index) =>
      readInteger(slot, `${path}.slots[${index}]`, faults, 0, 27),
    );
  }
  if (isGiven(from['prefers'])) {
    profile.prefers = readOneOf(from['prefers'], `${path}.prefers`, faults, ['online', 'faceToFace']);
  }
  if (isGiven(from['position'])) {
    const position = readObject(from['position'], `${path}.position`, faults);
    profile.position = {
      x: readInteger(position['x'], `${path}.position.x`, faults, -WIDE, WIDE),
      y: readInteger(position['y'], `${path}.position.y`, faults, -WIDE, WIDE),
    };
  }
  if (isGiven(from['tags'])) {
    const tags = readObject(from['tags'], `${path}.tags`, faults);
    profile.tags = Object.fromEntries(
      Object.entries(tags).map(([name, words]) => [name, readTexts(words, `${path}.tags.${name}`, faults)]),
    );
  }
  if (isGiven(from['experience']))
    profile.experience = readInteger(from['experience'], `${path}.experience`, faults, 0, 100);
  if (typeof from['text'] === 'string') profile.text = from['text'];
  else if (isGiven(from['text'])) faults.add(`${path}.text`, 'not-a-text');
  return profile;
}

/** JSON of other programmes writes null for what is not known. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
