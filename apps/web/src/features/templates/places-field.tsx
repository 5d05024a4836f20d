import { Checkbox, Stack, Text } from '@mantine/core';
import { resourceKey } from '@nastavnik/domain/consents/resource-catalogue';
import { useQuery } from '@tanstack/react-query';
import { resourcesQuery } from '../../lib/resources/resources.api.ts';
import { TextLink } from '../../ui/links.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { FaultsAt } from './faults.tsx';
import { useTemplatesTexts } from './templates-texts.ts';
import type { FieldsProps } from './wording-fields.tsx';

/** Places of the catalogue, chosen for this wording; only what is allowed may be named (RULE-24). */
export function PlacesField({ template, readOnly, onChange }: Pick<FieldsProps, 'template' | 'readOnly' | 'onChange'>) {
  const say = useTemplatesTexts();
  const { data, error } = useQuery(resourcesQuery);
  const chosen = template.resources;
  const allowed = (data?.resources ?? []).filter(({ state }) => state === 'allowed');
  const keys = new Set(allowed.map(({ address }) => resourceKey(address)));
  const has = (address: string) => chosen.some((one) => resourceKey(one.address) === resourceKey(address));
  const without = (address: string) => chosen.filter((one) => resourceKey(one.address) !== resourceKey(address));
  return (
    <Stack gap="xs" role="group" aria-label={say('field.resources')}>
      <Text size="sm" c="dimmed">
        {say('scope.resourcesHint')}
      </Text>
      <RefusalMessage error={error} />
      {data && allowed.length === 0 && <Text>{say('scope.noPlaces')}</Text>}
      {allowed.map(({ id, name, address, owner, country }) => (
        <Checkbox
          key={id}
          label={name}
          description={`${address} (${owner})`}
          disabled={readOnly}
          checked={has(address)}
          onChange={(event) =>
            onChange({
              resources: event.currentTarget.checked
                ? [...chosen, { id, name, address, owner, country }]
                : without(address),
            })
          }
        />
      ))}
      {chosen.map((place, at) =>
        keys.has(resourceKey(place.address)) ? null : (
          <div key={place.id}>
            <Checkbox
              label={place.name}
              description={place.address}
              disabled={readOnly}
              checked
              onChange={() => onChange({ resources: without(place.address) })}
            />
            <FaultsAt field={`resources[${at}].address`} />
          </div>
        ),
      )}
      <FaultsAt field="resources" />
      <TextLink to="/settings/consents/places">{say('scope.toPlaces')}</TextLink>
    </Stack>
  );
}
