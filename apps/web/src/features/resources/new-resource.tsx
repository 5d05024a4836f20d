import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../../lib/texts.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { countries } from './countries.ts';
import { useResourceChange } from './resources.api.ts';
import { useResourcesTexts } from './resources-texts.ts';

const EMPTY = { name: '', address: '', owner: '', country: 'RU' };

export function NewResource() {
  const say = useResourcesTexts();
  const language = useLanguage();
  const change = useResourceChange();
  const [values, setValues] = useState(EMPTY);
  const field = (name: 'name' | 'address' | 'owner') => ({
    required: true,
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setValues({ ...values, [name]: event.currentTarget.value }),
  });
  const abroad = values.country !== 'RU';
  return (
    <Section title={say('addTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            { path: '', body: values },
            {
              onSuccess: () => {
                setValues(EMPTY);
                toldAbout(say(abroad ? 'addedWaits' : 'added'));
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <TextInput label={say('name')} maxLength={300} {...field('name')} />
          <TextInput
            label={say('address')}
            type="url"
            pattern="https?://[^\s\/]+\.[^\s\/]+.*"
            placeholder="https://"
            maxLength={1000}
            {...field('address')}
          />
          <Group gap="md" align="flex-start" grow preventGrowOverflow={false}>
            <TextInput
              label={say('placeOwner')}
              description={say('placeOwnerHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={300}
              miw="14rem"
              {...field('owner')}
            />
            <NativeSelect
              label={say('country')}
              miw="14rem"
              data={countries(language)}
              value={values.country}
              onChange={(event) => setValues({ ...values, country: event.currentTarget.value })}
            />
          </Group>
          {abroad && <Text size="sm">{say('abroad')}</Text>}
          <RefusalMessage error={change.error} />
          <Button type="submit" w="fit-content" loading={change.isPending}>
            {say('add')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
