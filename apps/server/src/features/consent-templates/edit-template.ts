import type { editConsentTemplateBody } from '@nastavnik/contracts/consent-templates';
import type { ConsentTemplate } from '@nastavnik/domain/consents/consent-template';
import { lintTemplate } from '@nastavnik/domain/consents/lint-template';
import { resourceKey } from '@nastavnik/domain/consents/resource-catalogue';
import { needsNewConsents, nextVersion } from '@nastavnik/domain/consents/scope-change';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { allowedPlaces, type KnownPlace } from '../resources/door.ts';
import { insertTemplate, retireTemplate, templateById } from './templates.queries.ts';

/**
 * An edit is a new version: what people have signed stays as they signed it. Where the scope grows, what is new waits for
 * new consents (RULE-13). Returns the id of the new version.
 * @throws template.not-found, template.changed-meanwhile, template.faulty with the list of faults
 */
export async function editTemplate(
  tx: Writing,
  caller: Caller,
  id: string,
  { version, template }: z.infer<typeof editConsentTemplateBody>,
): Promise<string> {
  permit(caller, 'templates.edit');
  const before = await templateById(tx, caller.tenantId, id, true);
  if (!before) throw new Refusal('template.not-found');
  if (before.retired || before.template.version !== version) throw new Refusal('template.changed-meanwhile');
  const { kind, audience } = before.template;
  const places = await allowedPlaces(tx, caller.tenantId);
  const wanted = asInCatalogue({ ...asTemplate(template), kind, audience }, places);
  const faults = lintTemplate(
    wanted,
    places.map(({ address }) => address),
  );
  if (faults.length > 0) throw new Refusal('template.faulty', { faults });

  const after = nextVersion(before.template, wanted);
  await retireTemplate(tx, caller.tenantId, id, caller.now);
  const newId = await insertTemplate(tx, caller, after);
  await recordEvent(tx, caller, {
    type: 'consent-template.edited',
    object: { kind: 'consent-template', id: newId },
    data: {
      kind,
      audience,
      version: after.version,
      scopeVersion: after.scopeVersion,
      newConsents: needsNewConsents(before.template, after),
    },
  });
  return newId;
}

/** Owner, country and address of a place are the catalogue's to say, whatever the edit holds (RULE-24). */
function asInCatalogue(template: ConsentTemplate, places: readonly KnownPlace[]): ConsentTemplate {
  const known = new Map(places.map((place) => [resourceKey(place.address), place]));
  return {
    ...template,
    resources: template.resources.map((resource) => ({ ...resource, ...known.get(resourceKey(resource.address)) })),
  };
}

/** Codes of purposes and items are ours or the school's own; the check speaks about unknown ones. */
export function asTemplate(shape: z.infer<typeof editConsentTemplateBody>['template']): ConsentTemplate {
  return shape as ConsentTemplate;
}
