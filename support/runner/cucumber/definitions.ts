/**
 * What step definitions and hooks are made with. These are Cucumber's own; its entry point would load all of its
 * formatters and its command line too, which took a sixth of a `check` (80 of 470 ms of the processor, measured 2026-11).
 */
import supportCode from '@cucumber/cucumber/lib/support_code_library_builder/index';
import type { IWorldOptions, World as CucumberWorld } from '@cucumber/cucumber';
import BaseWorld from '@cucumber/cucumber/lib/support_code_library_builder/world';

export type { DataTable, ITestCaseHookParameter } from '@cucumber/cucumber';

export const World = BaseWorld as new <Parameters>(options: IWorldOptions<Parameters>) => CucumberWorld<Parameters>;

export const {
  After,
  AfterAll,
  Before,
  BeforeAll,
  Given,
  Then,
  When,
  defineParameterType,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setWorldConstructor,
} = supportCode.methods;
