import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { NewOrganizationForm } from './new-organization-form.tsx';
import { addOrganization, organizationsQuery } from './server.api.ts';
import { useServerTexts } from './server-texts.ts';

/** The form, and after it the link, which is shown once. */
export function NewOrganization({ onDone }: { onDone: () => void }) {
  const say = useServerTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: addOrganization,
    onSuccess: () => client.invalidateQueries({ queryKey: organizationsQuery.queryKey }),
  });
  if (!add.data) return <NewOrganizationForm busy={add.isPending} error={add.error} onSubmit={add.mutate} />;
  return (
    <Stack gap="md">
      <Text component="output">{say('new.made', { name: add.variables.shortName })}</Text>
      <CopyField
        label={say('new.link')}
        description={say('new.linkHint', { moment: momentInWords(add.data.expiresAt, language) })}
        value={add.data.link}
      />
      <Group gap="xs">
        <Button onClick={onDone}>{say('new.done')}</Button>
        <Button variant="default" onClick={add.reset}>
          {say('new.another')}
        </Button>
      </Group>
    </Stack>
  );
}
