# language: ar
@task-4 @needs:user-pool-exists
خاصية: المهمة 4: إعداد متطلبات الأمان
  Password policy mode: Cognito defaults. Multi-factor authentication: No MFA.

  الخلفية:
    بفرض a learner has completed the lab

  @check:password-policy-default @points:2 @control:securityhub.Cognito.3
  سيناريو: سياسة كلمات المرور هي سياسة Cognito الافتراضية
    Hint: اختر "Cognito defaults". السياسة المخصّصة بالقيم نفسها مقبولة أيضًا.
    Hint if "Policies.PasswordPolicy.MinimumLength": الحد الأدنى للطول مختلف. اختر "Cognito defaults" الذي يطلب 8 أحرف.
    Hint if "Policies.PasswordPolicy.TemporaryPasswordValidityDays": مدة صلاحية كلمات المرور المؤقتة مختلفة. اختر "Cognito defaults" الذي يعطي 7 أيام.
    Hint if "Policies.PasswordPolicy.PasswordHistorySize": تُحفظ كلمات المرور السابقة. اختر "Cognito defaults" الذي لا يحفظ أيًّا منها.
    Hint if "Policies.PasswordPolicy.RequireUppercase", "Policies.PasswordPolicy.RequireLowercase", "Policies.PasswordPolicy.RequireNumbers", "Policies.PasswordPolicy.RequireSymbols": نوع من الأحرف غير مطلوب. اختر "Cognito defaults" الذي يطلب الأنواع الأربعة.
    Why: الطول وأربعة أنواع من الأحرف تبطئ التخمين، وكلمة المرور المؤقتة التي تدوم قد يجدها شخص آخر.
    Classic wizard: Step 2, Configure security requirements > Password policy mode.
    Console: your user pool > Authentication > Authentication methods > Password policy > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html

    ثم the password policy should be
      | Minimum length               | 8        |
      | Uppercase letter             | required |
      | Lowercase letter             | required |
      | Number                       | required |
      | Special character            | required |
      | Days a temporary one is good | 7        |
      | Earlier ones remembered      | 0        |

  @behaviour @check:weak-passwords-refused @points:1 @needs:password-policy-default
  سيناريو: تُرفض كلمات المرور الضعيفة وتُقبل الجيدة
    Hint: تخالف كل كلمة مرور ضعيفة قاعدة واحدة من قواعد Cognito الافتراضية وتستوفي الأربع الأخرى.
    Why: السياسة التي لا تُطبَّق لا تحمي أحدًا.
    Classic wizard: Step 2, Configure security requirements > Password policy mode.
    Console: your user pool > Authentication > Authentication methods > Password policy > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html

    بفرض a user of the pool
    عندما the user is given each of these passwords in turn
      | Sh0rt!a        | too short            |
      | l0wercase-all  | no uppercase letter  |
      | UPPERCASE-4LL  | no lowercase letter  |
      | No-Numbers-At  | no number            |
      | N0SymbolsAt4ll | no special character |
      | G00d-enough!   | keeps every rule     |
    ثم only the password "G00d-enough!" should be accepted

  @check:mfa-off @points:1 @against:securityhub.Cognito.5
  سيناريو: لا توجد مصادقة متعددة العوامل
    Hint: اختر "No MFA". ليس لمستخدمي المختبر عامل ثانٍ.
    Hint if "Optional MFA": يستطيع المستخدمون إعداد عامل ثانٍ. اختر "No MFA".
    Hint if "Require MFA": على كل مستخدم إعداد عامل ثانٍ، ولا يستطيع مستخدمو المختبر ذلك. اختر "No MFA".
    Why: موضوع المختبر هو المجمّع نفسه، أما المجمّع الذي يعتمد عليه الناس فينبغي أن يطلب عاملًا ثانيًا.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    ثم multi-factor authentication should be "No MFA"

  @behaviour @check:no-second-factor @points:1 @needs:mfa-off
  سيناريو: يسجّل المستخدم الدخول بكلمة المرور وحدها
    Hint: بعد كلمة المرور الصحيحة يجب ألّا يُطلب شيء آخر.
    Why: لو طُلب شيء آخر بعد كلمة المرور لما استطاع مستخدمو المختبر الدخول.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    بفرض a user of the pool with a password
    عندما the user signs in
    ثم no second factor should be asked for
