import { defineParameterType } from '../cucumber/definitions';
import { parameters } from '../../lab/phrases';

for (const { name, regexp, transformer } of parameters)
  defineParameterType({ name, regexp, transformer, useForSnippets: false, preferForRegexpMatch: false });
