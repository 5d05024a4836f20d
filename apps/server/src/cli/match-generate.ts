import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateRegion, regionInstance } from '@nastavnik/domain/matching/instance/generate-region';
import { generateUniform } from '@nastavnik/domain/matching/instance/generate-uniform';
import type { Instance } from '@nastavnik/domain/matching/instance/instance';
import { instanceSnapshot } from '@nastavnik/domain/matching/instance/instance-snapshot';
import { newRandom } from '@nastavnik/domain/matching/instance/random';
import { regionSnapshot } from '@nastavnik/domain/matching/instance/region-snapshot';
import { answer, type CommandIo, FileRefusal, type Options, UsageError, wholeNumber } from './match-io.ts';

export const KINDS = ['region', 'uniform', 'tight', 'short', 'dense'] as const;
export type Kind = (typeof KINDS)[number];

/** What to generate; the same numbers give the same bytes everywhere. `k` candidates a mentee, ignored by `dense`. */
export interface Spec {
  kind: Kind;
  mentees: number;
  mentors: number;
  seed: number;
  k: number;
}

/** `match generate`: a snapshot on standard output, or with `--out DIR` the four files of a bare instance. */
export async function matchGenerate({ values }: Options, io: CommandIo): Promise<number> {
  const kind = KINDS.find((one) => one === (values.get('kind') ?? 'region'));
  if (!kind) throw new UsageError(`match generate: --kind: ${KINDS.join(' | ')}`);
  const spec: Spec = {
    kind,
    mentees: wholeNumber(values.get('mentees'), 'mentees', 0),
    mentors: wholeNumber(values.get('mentors'), 'mentors', 1),
    seed: wholeNumber(values.get('seed'), 'seed', 0, 1),
    k: wholeNumber(values.get('candidates'), 'candidates', 1, 30),
  };
  const out = values.get('out');
  if (out === undefined) await answer(io, `${JSON.stringify(snapshotOf(spec))}\n`);
  else await writeInstance(out, instanceOf(spec));
  return 0;
}

function snapshotOf(spec: Spec): object {
  if (spec.kind !== 'region') return instanceSnapshot(instanceOf(spec), spec.seed);
  const region = generateRegion({ requests: spec.mentees, mentors: spec.mentors }, newRandom(spec.seed));
  return regionSnapshot(region, spec.seed);
}

const RHO = { uniform: 1.15, tight: 1, short: 0.9, dense: 1.15 } as const;

export function instanceOf({ kind, mentees, mentors, seed, k }: Spec): Instance {
  const random = newRandom(seed);
  if (kind === 'region') return regionInstance(generateRegion({ requests: mentees, mentors }, random), k, random);
  return generateUniform({ requests: mentees, mentors, k: kind === 'dense' ? mentors : k, rho: RHO[kind] }, random);
}

export const INSTANCE_FILES = ['rowPtr', 'col', 'w', 'cap'] as const;

async function writeInstance(folder: string, instance: Instance): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const name of INSTANCE_FILES) {
      const array = instance[name];
      const bytes = Buffer.alloc(array.length * 4);
      array.forEach((value, at) => bytes.writeInt32LE(value, at * 4));
      await writeFile(path.join(folder, `${name}.bin`), bytes);
    }
  } catch (cause) {
    throw new FileRefusal(`${folder}: не записать: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
