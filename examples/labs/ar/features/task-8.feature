# language: ar
@task-8 @needs:user-pool-exists
خاصية: المهمة 8: المراجعة
  يُراجَع المجمّع ويُنشأ، ثم يُنشأ فيه مستخدم.

  الخلفية:
    بفرض a learner has completed the lab

  @check:user-created @points:2
  سيناريو: يوجد مستخدم له عنوان بريد إلكتروني
    Hint: أنشئ مستخدمًا وأعطه عنوان بريد إلكتروني.
    Hint if "no users": لا يوجد مستخدم بعد. أنشئ واحدًا مع عنوان بريد إلكتروني.
    Why: يُراجَع المجمّع باستعماله.
    Classic wizard: your user pool > Users > Create user.
    Console: your user pool > User management > Users > Create user.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html

    ثم there should be a user with an email address

  @behaviour @check:first-sign-in @points:1 @needs:user-created @needs:sign-in-email-only @needs:required-attributes
  سيناريو: يكمل المستخدم المنشأ حسابه عند أول تسجيل دخول
    Hint: كلمة المرور التي أعطاها المسؤول مؤقتة: يجب أن يطلب أول تسجيل دخول كلمة جديدة، والسمات المطلوبة التي لا يملكها المستخدم بعد.
    Why: في النهاية يجب ألّا يعرف كلمة المرور أحد سوى المستخدم.
    Classic wizard: your user pool > Users > Create user > Temporary password.
    Console: your user pool > User management > Users > Create user > Temporary password.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html

    بفرض the user that the learner created
    عندما the user signs in
    ثم a new password should be asked for
    و the attributes asked for should be exactly
      | Name               |
      | Preferred username |
      | Phone number       |
