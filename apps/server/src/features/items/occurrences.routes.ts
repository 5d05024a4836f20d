import { evidenceBody, item, postponeBody, reportDoneBody, sendBackBody } from '@nastavnik/contracts/roadmaps';
import { id, reason } from '@nastavnik/contracts/shapes';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readUpload, storeProof, type Upload } from '../files/door.ts';
import { commandOccurrence } from './command-occurrence.ts';
import { addEvidence, demandMayAdd, type NewEvidence, setEvidenceRemoved } from './evidence.ts';
import { seeItem } from './item-context.ts';

const member = { access: 'member' } as const;
const schema = { params: z.strictObject({ occurrenceId: id }), response: { 200: item } };
const ofEvidence = { params: z.strictObject({ evidenceId: id }), response: { 200: item } };

/** The commands of LIFECYCLE 4.2 on one occurrence; each answers with its item. */
export function occurrencesRoutes(app: App, deps: Deps): void {
  const done = (caller: Caller, command: (tx: Writing) => Promise<string>) =>
    writing(deps.pool, caller, async (tx) => seeItem(tx, caller, await command(tx)));
  const at = '/api/v1/occurrences/:occurrenceId';
  for (const command of ['start', 'confirm'] as const) {
    app.post(`${at}/${command}`, { config: member, schema }, ({ caller, params }) =>
      done(caller, (tx) => commandOccurrence(tx, caller, params.occurrenceId, command)),
    );
  }
  app.post(
    `${at}/report-done`,
    { config: member, schema: { ...schema, body: reportDoneBody } },
    ({ caller, params, body }) =>
      done(caller, (tx) => commandOccurrence(tx, caller, params.occurrenceId, 'reportDone', body)),
  );
  app.post(
    `${at}/send-back`,
    { config: member, schema: { ...schema, body: sendBackBody } },
    ({ caller, params, body }) =>
      done(caller, (tx) => commandOccurrence(tx, caller, params.occurrenceId, 'sendBack', { reason: body.comment })),
  );
  app.post(`${at}/reopen`, { config: member, schema: { ...schema, body: reason } }, ({ caller, params, body }) =>
    done(caller, (tx) => commandOccurrence(tx, caller, params.occurrenceId, 'reopen', body)),
  );
  app.post(
    `${at}/postpone`,
    { config: member, schema: { ...schema, body: postponeBody } },
    ({ caller, params, body }) =>
      done(caller, (tx) => commandOccurrence(tx, caller, params.occurrenceId, 'postpone', body)),
  );
  // A link or a document comes as JSON, a file as multipart: two shapes at one address, so the body is parsed here.
  app.post(
    `${at}/evidence`,
    { config: member, schema: { ...schema, consumes: ['application/json', 'multipart/form-data'] } },
    async (request) => {
      const { caller, params, body } = request;
      // Asked before the bytes are taken in: who may not attach anything fills no store.
      await reading(deps.pool, caller, (tx) => demandMayAdd(tx, caller, params.occurrenceId));
      const upload = request.isMultipart() ? await readUpload(request) : undefined;
      const given = await evidenceOf({ body, upload }, deps);
      return done(caller, (tx) => addEvidence(tx, caller, params.occurrenceId, given));
    },
  );
  for (const [name, removed] of [
    ['remove', true],
    ['restore', false],
  ] as const) {
    app.post(`/api/v1/evidence/:evidenceId/${name}`, { config: member, schema: ofEvidence }, ({ caller, params }) =>
      done(caller, (tx) => setEvidenceRemoved(tx, caller, params.evidenceId, removed)),
    );
  }
}

type Sent = { readonly body: unknown; readonly upload: Upload | undefined };

async function evidenceOf({ body, upload }: Sent, deps: Deps): Promise<NewEvidence> {
  if (upload) {
    const title = upload.fields['title']?.trim().slice(0, 300);
    return { kind: 'file', title: title || upload.name, file: await storeProof(deps.files, upload) };
  }
  const read = evidenceBody.safeParse(body);
  if (!read.success) throw new Refusal('request.malformed');
  return read.data;
}
