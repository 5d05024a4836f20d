import { id } from '@nastavnik/contracts/shapes';
import { idAnswer } from '@nastavnik/contracts/staff';
import { can } from '@nastavnik/domain/access/can';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, reading, writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { directoryOn, itemsOf, maySeeEvidence, peopleOfPlan } from '../roadmaps/door.ts';
import { isOwnUpload, usesOf } from './files.queries.ts';
import { recordFile, storeProof } from './keep-file.ts';
import { fileOf, sendFile } from './send-file.ts';
import { readUpload } from './upload.ts';

const member = { access: 'member' } as const;

/** Who may do one of these puts a scan under it. */
const UPLOADS = ['roadmap.agree', 'roadmap.approve', 'roadmap.edit', 'recommendation.record'] as const;

export function filesRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/files/:fileId',
    { config: member, schema: { params: z.strictObject({ fileId: id }) } },
    async ({ caller, params }, reply) => {
      const file = await reading(deps.pool, caller, async (tx) =>
        (await maySee(tx, caller, params.fileId)) ? fileOf(tx, caller.tenantId, params.fileId) : undefined,
      );
      if (!file) throw new Refusal('file.not-found');
      return sendFile(reply, deps.files, file);
    },
  );
  // Scans of decisions: the command that follows names the file.
  app.post(
    '/api/v1/files',
    { config: member, schema: { consumes: ['multipart/form-data'], response: { 200: idAnswer } } },
    async (request) => {
      const { caller } = request;
      if (!UPLOADS.some((action) => can(caller, action))) {
        throw new Refusal('access.denied');
      }
      const stored = await storeProof(deps.files, await readUpload(request));
      return { id: await writing(deps.pool, caller, (tx) => recordFile(tx, caller, stored)) };
    },
  );
}

/** Whoever may see what the file hangs on. Everybody else is told that there is no such file. */
async function maySee(tx: Reading, caller: Caller, fileId: string): Promise<boolean> {
  for (const use of await usesOf(tx, caller.tenantId, fileId)) {
    if (use.use === 'import' && can(caller, 'import.use')) return true;
    if (use.use === 'approval' && can(caller, 'roadmap.see')) return true;
    if (use.personId !== null && (await maySeeOfMentor(tx, caller, use.personId))) return true;
    if (use.itemId !== null && (await maySeeEvidenceOf(tx, caller, use.itemId))) return true;
  }
  return isOwnUpload(tx, caller.tenantId, fileId, caller.personId);
}

/** Proofs and minutes are a side of the mentor's card. */
async function maySeeOfMentor(tx: Reading, caller: Caller, personId: string): Promise<boolean> {
  const ties = (await tiesTo(tx, caller, [personId])).get(personId);
  return ties !== undefined && can(caller, 'competence.see', ties);
}

async function maySeeEvidenceOf(tx: Reading, caller: Caller, itemId: string): Promise<boolean> {
  if (maySeeEvidence(caller, [])) return true;
  const item = (await itemsOf(tx, caller.tenantId, { itemId }))[0];
  if (!item) return false;
  const people = peopleOfPlan(await directoryOn(tx, caller.tenantId, caller.today));
  return people.isResponsible(item, caller.personId) && maySeeEvidence(caller, ['responsible']);
}
