# language: ar
@task-3 @needs:user-pool-exists
خاصية: المهمة 3: إعداد تسجيل الدخول
  Provider types: Cognito user pool. Cognito user pool sign-in options: Email.

  الخلفية:
    بفرض a learner has completed the lab

  @check:provider-cognito @points:1
  سيناريو: مجمّع المستخدمين هو الموفّر الوحيد
    Hint: اختر "Cognito user pool" دون أي موفّر هوية خارجي. إن كنت قد أضفت واحدًا فاحذفه.
    Hint if "Google", "Facebook", "LoginWithAmazon": يقبل المجمّع مستخدمين من موفّر اجتماعي. احذف موفّر الهوية هذا.
    Hint if "Identity providers": يقبل المجمّع مستخدمين من موفّر خارجي عبر SAML أو OpenID Connect. احذف موفّر الهوية هذا.
    Why: حسابات مستخدمي المختبر موجودة في المجمّع نفسه.
    Classic wizard: Step 1, Configure sign-in experience > Provider types.
    Console: your user pool > Authentication > Social and external providers > Delete identity provider.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html

    ثم the provider types should be exactly "Cognito user pool"

  @check:sign-in-email-only @points:2
  سيناريو: يسجّل المستخدمون الدخول ببريدهم الإلكتروني
    Hint: حدّد "Email" ولا شيء سواه: إذا حُدّد "User name" أيضًا فالبريد مجرد اسم بديل. تصبح الخيارات ثابتة بعد إنشاء المجمّع، والمجمّع ذو الخيارات الأخرى يجب إنشاؤه من جديد.
    Hint if "AliasAttributes": حُدّد "User name" أيضًا، والعناوين مجرد أسماء بديلة. أنشئ المجمّع من جديد مع "Email" وحده.
    Hint if "none": يسجّل مستخدمو هذا المجمّع الدخول باسم مستخدم. أنشئ المجمّع من جديد مع "Email" وحده.
    Hint if "Phone number": حُدّد "Phone number" بدلًا من "Email" أو معه. أنشئ المجمّع من جديد مع "Email" وحده.
    Why: العنوان الذي يعرفه المستخدم ليس اسمًا آخر ينساه، ولا يمكن تغيير الخيارات أبدًا.
    Classic wizard: Step 1, Configure sign-in experience > Cognito user pool sign-in options.
    Console: Create user pool > Options for sign-in identifiers. Of a pool that exists: Authentication > Sign-in.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    ثم the sign-in options should be exactly "Email"

  @behaviour @check:signs-in-by-email @points:1 @needs:sign-in-email-only
  سيناريو: يسجّل المستخدم الدخول ببريده ولا بشيء آخر
    Hint: يجب أن يُقبل الدخول بالبريد، وألّا يُقبل برقم الهاتف ولا باسم المستخدم المفضّل.
    Why: ما ليس خيارًا لتسجيل الدخول يجب ألّا يُقبل.
    Classic wizard: Step 1, Configure sign-in experience > Cognito user pool sign-in options.
    Console: Create user pool > Options for sign-in identifiers. Of a pool that exists: Authentication > Sign-in.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    بفرض a user of the pool with a password
    عندما the user tries to sign in by each of
      | Email              |
      | Phone number       |
      | Preferred username |
    ثم only the sign-in by "Email" should be accepted
