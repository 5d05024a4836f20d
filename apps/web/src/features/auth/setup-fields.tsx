import { Checkbox, Fieldset, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { TIME_ZONES, timeZoneInWords } from '../../lib/dates/time-zones.ts';
import { useLanguage } from '../../lib/texts.ts';
import { useAuthTexts } from './auth-texts.ts';
import { NewPassword } from './new-password.tsx';
import { SECOND_LANGUAGES, type SetupValues } from './setup-values.ts';

type Props = { form: UseFormReturnType<SetupValues> };

const KINDS = ['school', 'kindergarten', 'college', 'additionalEducation', 'municipality', 'region'] as const;

export function OrganizationFields({ form }: Props) {
  const say = useAuthTexts();
  const language = useLanguage();
  const field = (name: string) => ({
    key: form.key(`organization.${name}`),
    ...form.getInputProps(`organization.${name}`),
  });
  return (
    <Fieldset legend={say('setup.organization')}>
      <Stack gap="md">
        <NativeSelect
          label={say('setup.kind')}
          data={KINDS.map((kind) => ({ value: kind, label: say(`setup.kind.${kind}`) }))}
          {...field('kind')}
        />
        <TextInput label={say('setup.fullName')} required autoComplete="organization" {...field('fullName')} />
        <TextInput
          label={say('setup.shortName')}
          description={say('setup.shortNameHint')}
          required
          {...field('shortName')}
        />
        <Checkbox label={say('setup.second')} {...form.getInputProps('organization.hasSecond', { type: 'checkbox' })} />
        {form.values.organization.hasSecond && (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NativeSelect
              label={say('setup.secondLanguage')}
              data={SECOND_LANGUAGES.map((code) => ({ value: code, label: say(`language.${code}`) }))}
              {...field('secondLanguage')}
            />
            <TextInput
              label={say('setup.secondName')}
              required
              lang={form.values.organization.secondLanguage}
              {...field('secondName')}
            />
          </SimpleGrid>
        )}
        <TextInput
          label={say('setup.municipality')}
          description={say('setup.municipalityHint')}
          required
          {...field('municipality')}
        />
        <NativeSelect
          label={say('setup.timeZone')}
          data={TIME_ZONES.map((zone) => ({ value: zone, label: timeZoneInWords(zone, language) }))}
          {...field('timeZone')}
        />
      </Stack>
    </Fieldset>
  );
}

export function AdministratorFields({ form }: Props) {
  const say = useAuthTexts();
  const field = (name: string) => ({
    key: form.key(`administrator.${name}`),
    ...form.getInputProps(`administrator.${name}`),
  });
  return (
    <Fieldset legend={say('setup.you')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={say('setup.familyName')} required autoComplete="family-name" {...field('familyName')} />
          <TextInput label={say('setup.givenName')} required autoComplete="given-name" {...field('givenName')} />
          <TextInput label={say('setup.patronymic')} autoComplete="additional-name" {...field('patronymic')} />
          <TextInput label={say('setup.post')} required autoComplete="organization-title" {...field('post')} />
        </SimpleGrid>
        <Checkbox label={say('setup.curator')} {...form.getInputProps('administrator.curator', { type: 'checkbox' })} />
        <Checkbox
          label={say('setup.director')}
          {...form.getInputProps('administrator.director', { type: 'checkbox' })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={say('setup.login')}
            description={say('setup.loginHint')}
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...field('login')}
          />
          <TextInput
            label={say('setup.email')}
            description={say('setup.emailHint')}
            type="email"
            autoComplete="email"
            {...field('email')}
          />
        </SimpleGrid>
        <NewPassword label={say('setup.password')} required {...form.getInputProps('administrator.password')} />
      </Stack>
    </Fieldset>
  );
}
