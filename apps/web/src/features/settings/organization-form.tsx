import { Button, Checkbox, Fieldset, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Organization, organization, organizationBody } from '@nastavnik/contracts/settings';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { TIME_ZONES, timeZoneInWords } from '../../lib/dates/time-zones.ts';
import { sessionQuery } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { organizationQuery } from './settings.api.ts';
import { useSettingsTexts } from './settings-texts.ts';

const STAMPS = ['signature', 'order', 'combined'] as const;

/** The organisation's card; somebody without the right reads it. */
export function OrganizationForm({ organization: card }: { organization: Organization }) {
  const say = useSettingsTexts();
  const client = useQueryClient();
  const language = useLanguage();
  // An authority agrees the plans of others; how its own are stamped is not asked.
  const above = card.kind === 'municipality' || card.kind === 'region';
  const zones = [...new Set<string>([...TIME_ZONES, card.timeZone])];
  const form = useForm({
    initialValues: {
      fullName: card.fullName,
      shortName: card.shortName,
      secondName: card.secondName ?? '',
      secondLanguage: card.secondLanguage ?? '',
      municipality: card.municipality,
      authorityName: card.authorityName ?? '',
      requiresOuterAgreement: card.requiresOuterAgreement,
      soonDays: card.soonDays,
      stampStyle: card.stampStyle,
      timeZone: card.timeZone,
    },
    validate: (values) =>
      Object.fromEntries(
        (organizationBody.safeParse(bodyOf(values)).error?.issues ?? []).map(({ path }) => [
          String(path[0]),
          say('field.required'),
        ]),
      ),
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) => ask('PUT', '/organization', organization, { body: bodyOf(values) }),
    onSuccess: async (saved) => {
      client.setQueryData(organizationQuery.queryKey, saved);
      toldAbout(say('saved'));
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const field = (name: keyof typeof form.values) => ({ ...form.getInputProps(name), readOnly: !card.may.edit });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        {!card.may.edit && <Text c="dimmed">{say('organization.readOnly')}</Text>}
        <Fieldset legend={say('organization.names')}>
          <Stack gap="md">
            <TextInput label={say('organization.fullName')} required {...field('fullName')} />
            <TextInput label={say('organization.shortName')} required {...field('shortName')} />
            <Group align="flex-end">
              <TextInput label={say('organization.secondName')} flex="1 1 16rem" {...field('secondName')} />
              <TextInput label={say('organization.secondLanguage')} w="10rem" {...field('secondLanguage')} />
            </Group>
            <Text size="sm" c="dimmed">
              {say('organization.secondLanguageHint')}
            </Text>
            <TextInput label={say('organization.municipality')} required {...field('municipality')} />
            <NativeSelect
              label={say('organization.timeZone')}
              description={say('organization.timeZoneHint')}
              disabled={!card.may.edit}
              data={zones.map((value) => ({ value, label: timeZoneInWords(value, language) }))}
              {...form.getInputProps('timeZone')}
            />
          </Stack>
        </Fieldset>
        {!above && (
          <Fieldset legend={say('organization.approval')}>
            <Stack gap="md">
              <Checkbox
                label={say('organization.outer')}
                disabled={!card.may.edit}
                {...form.getInputProps('requiresOuterAgreement', { type: 'checkbox' })}
              />
              <TextInput
                label={say('organization.authorityName')}
                description={say('organization.authorityNameHint')}
                {...field('authorityName')}
              />
              <NativeSelect
                label={say('organization.stamp')}
                disabled={!card.may.edit}
                data={STAMPS.map((value) => ({ value, label: say(`organization.stamp.${value}`) }))}
                {...form.getInputProps('stampStyle')}
              />
              <NumberInput label={say('organization.soon')} min={1} max={60} w="12rem" {...field('soonDays')} />
            </Stack>
          </Fieldset>
        )}
        <RefusalMessage error={save.error} />
        {card.may.edit && (
          <Button type="submit" w="fit-content" loading={save.isPending}>
            {say('save')}
          </Button>
        )}
      </Stack>
    </form>
  );
}

type Values = Omit<z.infer<typeof organizationBody>, 'secondName' | 'secondLanguage' | 'authorityName'> & {
  secondName: string;
  secondLanguage: string;
  authorityName: string;
};

function bodyOf(values: Values): z.infer<typeof organizationBody> {
  return {
    ...values,
    secondName: values.secondName.trim() || null,
    secondLanguage: values.secondLanguage.trim().toLowerCase() || null,
    authorityName: values.authorityName.trim() || null,
  };
}
