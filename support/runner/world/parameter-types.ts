import { defineParameterType } from '@cucumber/cucumber';
import { parameters } from '../../lab/phrases';

for (const { name, regexp, transformer } of parameters)
  defineParameterType({ name, regexp, transformer, useForSnippets: false, preferForRegexpMatch: false });
