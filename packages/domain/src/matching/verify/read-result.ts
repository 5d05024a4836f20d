import { type Fault, Faults } from '../input/fault.ts';
import { readFlag, readInteger, readList, readObject, readOneOf, readText } from '../input/read-value.ts';
import type { LockConflict, Pair, Result, Shortage, Totals, Unmatched } from '../round/result.ts';

const MOST = Number.MAX_SAFE_INTEGER;

/** A result that comes from a file: its shape, or what is wrong with it. Whether it is right, `verify` says. */
export function readResult(value: unknown): { result: Result } | { faults: Fault[] } {
  const faults = new Faults();
  const from = readObject(value, '$', faults);
  if (faults.list.length > 0) return { faults: faults.list };
  const totals = readObject(from['totals'], 'totals', faults);
  const amount = (name: keyof Totals): number => readInteger(totals[name], `totals.${name}`, faults, -MOST, MOST);
  const result: Result = {
    pairs: readList(from['pairs'], 'pairs', faults).map((one, at) => readPair(one, `pairs[${at}]`, faults)),
    unmatched: readList(from['unmatched'], 'unmatched', faults).map((one, at) =>
      readUnmatched(one, `unmatched[${at}]`, faults),
    ),
    shortages: readList(from['shortages'], 'shortages', faults).map((one, at) =>
      readShortage(one, `shortages[${at}]`, faults),
    ),
    totals: {
      requests: amount('requests'),
      matched: amount('matched'),
      score: amount('score'),
      loadCost: amount('loadCost'),
      mutualPairs: amount('mutualPairs'),
      blockingPairs: totals['blockingPairs'] === null ? null : amount('blockingPairs'),
      moved: amount('moved'),
    },
    lockConflicts: readList(from['lockConflicts'], 'lockConflicts', faults).map((one, at) =>
      readConflict(one, `lockConflicts[${at}]`, faults),
    ),
    digest: readText(from['digest'], 'digest', faults),
    certificate: readOneOf(from['certificate'], 'certificate', faults, ['verified']),
  };
  if (from['groups'] !== undefined) {
    const groups = readObject(from['groups'], 'groups', faults);
    result.groups = {
      heuristic: true,
      closed: ids(groups['closed'], 'groups.closed', faults),
      small: ids(groups['small'], 'groups.small', faults),
    };
  }
  return faults.list.length > 0 ? { faults: faults.list } : { result };
}

function ids(value: unknown, path: string, faults: Faults): string[] {
  return readList(value, path, faults).map((one, at) => readText(one, `${path}[${at}]`, faults));
}

function readPair(value: unknown, path: string, faults: Faults): Pair {
  const from = readObject(value, path, faults);
  return {
    request: readText(from['request'], `${path}.request`, faults),
    mentor: readText(from['mentor'], `${path}.mentor`, faults),
    score: readInteger(from['score'], `${path}.score`, faults, -MOST, MOST),
    source: readOneOf(from['source'], `${path}.source`, faults, ['lock', 'mutual', 'score']),
    kept: readFlag(from['kept'], `${path}.kept`, faults),
  };
}

function readUnmatched(value: unknown, path: string, faults: Faults): Unmatched {
  const from = readObject(value, path, faults);
  const reasons = ['NO_CANDIDATES', 'SHORTAGE', 'LIST_EXHAUSTED', 'LOCK_CONFLICT'] as const;
  const group = from['group'];
  return {
    request: readText(from['request'], `${path}.request`, faults),
    reason: readOneOf(from['reason'], `${path}.reason`, faults, reasons),
    ...(group === undefined ? {} : { group: readInteger(group, `${path}.group`, faults, 0, MOST) }),
  };
}

function readShortage(value: unknown, path: string, faults: Faults): Shortage {
  const from = readObject(value, path, faults);
  return {
    requests: ids(from['requests'], `${path}.requests`, faults),
    mentors: ids(from['mentors'], `${path}.mentors`, faults),
    places: readInteger(from['places'], `${path}.places`, faults, 0, MOST),
  };
}

function readConflict(value: unknown, path: string, faults: Faults): LockConflict {
  const from = readObject(value, path, faults);
  return {
    request: readText(from['request'], `${path}.request`, faults),
    mentor: readText(from['mentor'], `${path}.mentor`, faults),
    code: readOneOf(from['code'], `${path}.code`, faults, ['RULE', 'CAPACITY', 'SECOND_LOCK']),
    rules: ids(from['rules'], `${path}.rules`, faults) as LockConflict['rules'],
  };
}
