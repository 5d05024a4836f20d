import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { setupBody } from '@nastavnik/contracts/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { sessionQuery } from '../../lib/session.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useAuthTexts } from './auth-texts.ts';
import { fieldErrors } from './field-errors.ts';
import { QuietFrame } from './quiet-frame.tsx';
import { AdministratorFields, OrganizationFields } from './setup-fields.tsx';
import { emptySetup, setupOf } from './setup-values.ts';

/** The first run: who we are and who starts; then straight to the roadmap. */
export function SetupPage() {
  const say = useAuthTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    mode: 'controlled',
    initialValues: emptySetup,
    validate: (values) => fieldErrors(setupBody, setupOf(values), say),
  });
  const found = useMutation({
    mutationFn: (values: typeof form.values) => ask('POST', '/setup', z.null(), { body: setupOf(values) }),
    onSuccess: async () => {
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await navigate({ to: '/import' });
    },
  });
  return (
    <QuietFrame title={say('setup.title')} lead={say('setup.lead')}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          (values) => found.mutate(values),
          (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
        )}
      >
        <Stack gap="xl">
          <OrganizationFields form={form} />
          <AdministratorFields form={form} />
          <RefusalMessage error={found.error} />
          <Stack gap={4} align="flex-start">
            <Button type="submit" size="md" loading={found.isPending}>
              {say('setup.submit')}
            </Button>
            <Text size="sm" c="dimmed">
              {say('setup.next')}
            </Text>
          </Stack>
        </Stack>
      </form>
    </QuietFrame>
  );
}
