import { Button, Checkbox, Fieldset, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { organizationKind } from '@nastavnik/contracts/session';
import { newOrganizationBody } from '@nastavnik/contracts/settings';
import { TIME_ZONES, timeZoneInWords } from '../../lib/dates/time-zones.ts';
import { useLanguage } from '../../lib/texts.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import type { NewOrganization } from './server.api.ts';
import { useServerTexts } from './server-texts.ts';

const ALSO = ['curator', 'director', 'municipalCoordinator'] as const;

const EMPTY = {
  kind: 'school' as NewOrganization['kind'],
  fullName: '',
  shortName: '',
  municipality: '',
  timeZone: 'Europe/Moscow',
  familyName: '',
  givenName: '',
  patronymic: '',
  post: '',
  email: '',
  also: ['curator'] as (typeof ALSO)[number][],
};

type FormProps = { busy: boolean; error: unknown; onSubmit: (organization: NewOrganization) => void };

export function NewOrganizationForm({ busy, error, onSubmit }: FormProps) {
  const say = useServerTexts();
  const language = useLanguage();
  const form = useForm({
    initialValues: EMPTY,
    validate: (values) =>
      Object.fromEntries(
        (newOrganizationBody.safeParse(bodyOf(values)).error?.issues ?? []).map(({ path }) => [
          String(path.at(-1)),
          say(path.at(-1) === 'email' ? 'field.email' : 'field.required'),
        ]),
      ),
  });
  const above = form.values.kind === 'municipality' || form.values.kind === 'region';
  const offered = ALSO.filter((role) => (role === 'municipalCoordinator') === above);
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) =>
        onSubmit(bodyOf({ ...values, also: values.also.filter((role) => offered.includes(role)) })),
      )}
    >
      <Stack gap="md">
        <Fieldset legend={say('new.organization')}>
          <Stack gap="sm">
            <NativeSelect
              label={say('new.kind')}
              data={organizationKind.options.map((value) => ({ value, label: say(`kind.${value}`) }))}
              value={form.values.kind}
              onChange={(event) => {
                const kind = organizationKind.parse(event.currentTarget.value);
                const authority = kind === 'municipality' || kind === 'region';
                form.setValues({ kind, also: [authority ? 'municipalCoordinator' : 'curator'] });
              }}
            />
            <TextInput label={say('new.fullName')} required {...form.getInputProps('fullName')} />
            <TextInput label={say('new.shortName')} required {...form.getInputProps('shortName')} />
            <TextInput label={say('new.municipality')} required {...form.getInputProps('municipality')} />
            <NativeSelect
              label={say('new.timeZone')}
              data={TIME_ZONES.map((value) => ({ value, label: timeZoneInWords(value, language) }))}
              {...form.getInputProps('timeZone')}
            />
          </Stack>
        </Fieldset>
        <Fieldset legend={say('new.administrator')}>
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {say('new.administratorHint')}
            </Text>
            <TextInput label={say('new.familyName')} required {...form.getInputProps('familyName')} />
            <TextInput label={say('new.givenName')} required {...form.getInputProps('givenName')} />
            <TextInput label={say('new.patronymic')} {...form.getInputProps('patronymic')} />
            <TextInput label={say('new.post')} required {...form.getInputProps('post')} />
            <TextInput label={say('new.email')} type="email" {...form.getInputProps('email')} />
            <Checkbox.Group label={say('new.also')} {...form.getInputProps('also')}>
              <Stack gap="xs" mt={4}>
                {offered.map((role) => (
                  <Checkbox key={role} value={role} label={say(`new.also.${role}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
          </Stack>
        </Fieldset>
        <RefusalMessage error={error} />
        <Button type="submit" w="fit-content" loading={busy}>
          {say('new.create')}
        </Button>
      </Stack>
    </form>
  );
}

function bodyOf({ kind, fullName, shortName, municipality, timeZone, also, ...person }: typeof EMPTY): NewOrganization {
  return {
    kind,
    fullName,
    shortName,
    municipality,
    timeZone,
    administrator: {
      ...person,
      patronymic: person.patronymic.trim() || null,
      email: person.email.trim() || null,
      alsoRoles: also,
    },
  };
}
