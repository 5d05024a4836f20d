import { type newOrganizationBody, serverOrganizationsAnswer } from '@nastavnik/contracts/settings';
import { invitationAnswer } from '@nastavnik/contracts/staff';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

export type NewOrganization = z.infer<typeof newOrganizationBody>;

export const organizationsQuery = queryOptions({
  queryKey: ['server-organizations'],
  queryFn: ({ signal }) => ask('GET', '/server/organizations', serverOrganizationsAnswer, { signal }),
});

export function addOrganization(body: NewOrganization) {
  return ask('POST', '/server/organizations', invitationAnswer, { body });
}
