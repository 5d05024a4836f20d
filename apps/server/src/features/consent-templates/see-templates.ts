import type {
  ConsentTemplateShape,
  ConsentTemplateView,
  consentTemplatesAnswer,
} from '@nastavnik/contracts/consent-templates';
import { can } from '@nastavnik/domain/access/can';
import { lintTemplate } from '@nastavnik/domain/consents/lint-template';
import { templateWarnings } from '@nastavnik/domain/consents/template-warnings';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { allowedPlaces } from '../resources/door.ts';
import { operatorLacks, operatorOf } from './operator.ts';
import {
  installShipped,
  outreachedCount,
  type StoredTemplate,
  templateById,
  templatesInUse,
  templateVersions,
} from './templates.queries.ts';

export async function seeTemplates(tx: Writing, caller: Caller): Promise<z.infer<typeof consentTemplatesAnswer>> {
  permit(caller, 'templates.see');
  await installShipped(tx, caller.tenantId, caller.now);
  const templates = [];
  const places = await addresses(tx, caller);
  for (const stored of await templatesInUse(tx, caller.tenantId))
    templates.push(await view(tx, caller, stored, places));
  return {
    templates,
    operatorLacks: operatorLacks(await operatorOf(tx, caller.tenantId)),
    may: { edit: can(caller, 'templates.edit') },
  };
}

export async function seeTemplate(tx: Reading, caller: Caller, id: string): Promise<ConsentTemplateView> {
  permit(caller, 'templates.see');
  const stored = await templateById(tx, caller.tenantId, id);
  if (!stored) throw new Refusal('template.not-found');
  const versions = await templateVersions(tx, caller.tenantId, stored.template);
  return {
    ...(await view(tx, caller, stored, await addresses(tx, caller))),
    versions: versions.map((row) => ({
      id: row.id,
      version: row.version,
      scopeVersion: row.scope_version,
      createdAt: row.created_at.toISOString(),
    })),
  };
}

async function addresses(tx: Reading, caller: Caller): Promise<string[]> {
  return (await allowedPlaces(tx, caller.tenantId)).map(({ address }) => address);
}

async function view(
  tx: Reading,
  caller: Caller,
  stored: StoredTemplate,
  places: readonly string[],
): Promise<Omit<ConsentTemplateView, 'versions'>> {
  return {
    id: stored.id,
    // Lists of the rules are read-only, those of the wire are not; the answer is checked by its shape.
    template: stored.template as ConsentTemplateShape,
    shipped: stored.shipped,
    inUseSince: stored.inUseSince.toISOString(),
    editedBy: stored.editedBy,
    faults: [...lintTemplate(stored.template, places), ...templateWarnings(stored.template)],
    outreached: await outreachedCount(tx, caller.tenantId, stored.template),
    may: { edit: !stored.retired && can(caller, 'templates.edit') },
  };
}
