const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(packages|apps|e2e)/', pathNot: [to, 'node_modules'] },
});

module.exports = {
  forbidden: [
    only('domain-knows-nothing', '^packages/domain/src', '^packages/domain/src'),
    only('contracts-know-the-domain', '^packages/contracts/src', '^packages/(domain|contracts)/src'),
    only('documents-know-the-domain', '^packages/documents/src', '^packages/(domain|documents)/src'),
    only('web-never-sees-server', '^apps/web/src', '^(packages/(domain|contracts)|apps/web)/src'),
    only(
      'platform-no-business',
      '^apps/server/src/platform',
      '^(packages/(domain|contracts|documents)|apps/server/src/platform)',
    ),
    {
      name: 'server-features-meet-at-the-door',
      severity: 'error',
      from: { path: '^apps/server/src/features/([^/]+)/' },
      to: { path: '^apps/server/src/features/([^/]+)/', pathNot: ['^apps/server/src/features/$1/', '/door[.]ts$'] },
    },
    {
      name: 'web-features-do-not-meet',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/(features|app)/', pathNot: ['^apps/web/src/features/$1/'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'declared-packages-only',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'programs-use-no-test-packages',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: '[.](test|testing)[.]tsx?$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-optional'] },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // TypeScript 7 has no programming interface yet; swc reads the same syntax, type imports included.
    parser: 'swc',
    // Vitest and fast-check are declared once, in the root; the rule above keeps them out of what runs.
    combinedDependencies: true,
    exclude: { path: '(^|/)(dist|data|coverage)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
