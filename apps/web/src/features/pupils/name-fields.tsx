import { SimpleGrid, Stack, TextInput } from '@mantine/core';
import { usePupilsTexts } from './pupils-texts.ts';

export type NameValues = { readonly familyName: string; readonly givenName: string; readonly patronymic: string };
export const NO_NAMES: NameValues = { familyName: '', givenName: '', patronymic: '' };

/** What is typed, as the server takes it. */
export function namesOf({ familyName, givenName, patronymic }: NameValues) {
  return { familyName: familyName.trim(), givenName: givenName.trim(), patronymic: patronymic.trim() || null };
}

export function NameFields({ value, onChange }: { value: NameValues; onChange: (value: NameValues) => void }) {
  const say = usePupilsTexts();
  const field = (key: keyof NameValues, required: boolean) => (
    <TextInput
      label={say(`field.${key}`)}
      required={required}
      autoComplete="off"
      value={value[key]}
      onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="md">
      {field('familyName', true)}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {field('givenName', true)}
        {field('patronymic', false)}
      </SimpleGrid>
    </Stack>
  );
}
