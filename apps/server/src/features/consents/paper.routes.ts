import {
  exportConsentRegisterBody,
  fileAnswer,
  filePaperFields,
  printConsentsBody,
  remindConsentsAnswer,
  remindConsentsBody,
} from '@nastavnik/contracts/consents';
import { id } from '@nastavnik/contracts/shapes';
import { drawPdf } from '@nastavnik/documents/write/draw-pdf';
import { can } from '@nastavnik/domain/access/can';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import { reading, type Writing, writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { drawList } from '../banks/door.ts';
import { fileOf, readUpload, sendBytes, sendFile, storeFile, storeProof } from '../files/door.ts';
import { holdConsent } from './command-consent.ts';
import { isMinorToday } from './consent.view.ts';
import { exportConsentRegister } from './export-register.ts';
import { filePaper, fileQualified } from './file-paper.ts';
import { printConsents } from './print-consents.ts';
import { drawConsents, MEDIA } from './printing.ts';
import { signatureFilesOf, signatureForm } from './qualified-file.ts';
import { remindConsents } from './remind-consents.ts';
import { slipsOf } from './reminder-slips.ts';
import { visibleConsent } from './see-consent.ts';

const member = { access: 'member' } as const;
const ofConsent = z.strictObject({ consentId: id });
const multipart = { consumes: ['multipart/form-data'] };

export function paperRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/v1/consents/register/export',
    { config: member, schema: { body: exportConsentRegisterBody } },
    async ({ caller, body }, reply) => {
      const table = await writing(deps.pool, caller, (tx) => exportConsentRegister(tx, caller, body));
      return sendBytes(reply, await drawList(table, body.format, caller, body.purpose));
    },
  );
  app.post(
    '/api/v1/consents/print',
    { config: member, schema: { body: printConsentsBody } },
    async ({ caller, body }, reply) => {
      const prints = await writing(deps.pool, caller, (tx) => printConsents(tx, caller, body));
      const bytes = await drawConsents(prints, body.format);
      return sendBytes(reply, { bytes, mediaType: MEDIA[body.format], name: `Согласия.${body.format}` });
    },
  );
  app.post(
    '/api/v1/consents/remind',
    { config: member, schema: { body: remindConsentsBody, response: { 200: remindConsentsAnswer } } },
    ({ caller, body }) => writing(deps.pool, caller, (tx) => remindConsents(tx, deps, caller, body.consentIds)),
  );
  app.post(
    '/api/v1/consents/slips',
    { config: member, schema: { body: remindConsentsBody } },
    async ({ caller, body }, reply) => {
      const slips = await writing(deps.pool, caller, (tx) => slipsOf(tx, caller, body.consentIds));
      return sendBytes(reply, { bytes: drawPdf(slips, 'Tinos'), mediaType: MEDIA.pdf, name: 'Напоминания.pdf' });
    },
  );
  app.post(
    '/api/v1/consents/:consentId/scan',
    { config: member, schema: { params: ofConsent, ...multipart, response: { 200: fileAnswer } } },
    async (request) => {
      const { caller, params } = request;
      // Asked before the bytes are read: a stranger's upload is not kept.
      await writing(deps.pool, caller, (tx) => holdConsent(tx, caller, params.consentId, 'consent.file'));
      const upload = await readUpload(request);
      const paper = fieldsOf(filePaperFields, upload.fields);
      const scan = await storeProof(deps.files, upload);
      return writing(deps.pool, caller, (tx) => filePaper(tx, caller, params.consentId, scan, paper));
    },
  );
  app.post(
    '/api/v1/consents/:consentId/qualified-signature',
    { config: member, schema: { params: ofConsent, ...multipart, response: { 200: fileAnswer } } },
    async (request) => {
      const { caller, params } = request;
      // Who sees the paper need not be one who brings its signatures: asked before the bytes are read.
      const { ties } = await reading(deps.pool, caller, (tx) => visibleConsent(tx, caller, params.consentId));
      if (!can(caller, 'consent.sign', ties)) permit(caller, 'consent.file', ties);
      const upload = await readUpload(request);
      const signed = fieldsOf(filePaperFields, upload.fields);
      // A file of a signature is one person's.
      if (signed.by.length > 1) throw new Refusal('request.malformed');
      const form = signatureForm(upload.bytes);
      const kept = await storeFile(deps.files, upload, 'application/pkcs7-signature');
      return writing(deps.pool, caller, (tx) => fileQualified(tx, caller, params.consentId, { ...kept, form }, signed));
    },
  );
  app.get(
    '/api/v1/consents/:consentId/scans/:scanId',
    { config: member, schema: { params: ofConsent.extend({ scanId: id }) } },
    async ({ caller, params }, reply) => {
      const file = await fileOfConsent(deps, caller, params.consentId, async (tx) => {
        const scan = await tx
          .selectFrom('consent_scans')
          .select('file_id')
          .where('tenant_id', '=', caller.tenantId)
          .where('consent_id', '=', params.consentId)
          .where('id', '=', params.scanId)
          .executeTakeFirst();
        return scan?.file_id;
      });
      return sendFile(reply, deps.files, file);
    },
  );
  app.get(
    '/api/v1/consents/:consentId/signatures/:personId',
    { config: member, schema: { params: ofConsent.extend({ personId: id }) } },
    async ({ caller, params }, reply) => {
      const file = await fileOfConsent(deps, caller, params.consentId, async (tx) => {
        const files = await signatureFilesOf(tx, caller, params.consentId);
        return files.find(({ personId }) => personId === params.personId)?.fileId;
      });
      return sendFile(reply, deps.files, file);
    },
  );
}

/** What lies with a consent, for whoever may read it; of a minor a view of the card. @throws file.not-found */
async function fileOfConsent(
  deps: Deps,
  caller: Caller,
  consentId: string,
  find: (tx: Writing) => Promise<string | undefined>,
) {
  const file = await writing(deps.pool, caller, async (tx) => {
    const { stored, subject } = await visibleConsent(tx, caller, consentId);
    if (isMinorToday(subject, caller)) await recordCardView(tx, caller, stored.consent.subjectId, 'consents');
    const fileId = await find(tx);
    return fileId === undefined ? undefined : fileOf(tx, caller.tenantId, fileId);
  });
  if (!file) throw new Refusal('file.not-found');
  return file;
}

/** Fields beside a file. @throws request.malformed */
export function fieldsOf<Shape extends z.ZodType>(
  shape: Shape,
  fields: Readonly<Record<string, string>>,
): z.infer<Shape> {
  const parsed = shape.safeParse(fields);
  if (!parsed.success) throw new Refusal('request.malformed');
  return parsed.data;
}
