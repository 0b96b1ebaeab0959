# language: ar
@task-2
خاصية: المهمة 2: إنشاء مجمّع مستخدمين
  كل ما يأتي بعد ذلك في المختبر هو إعداد لمجمّع مستخدمين، فلا بد من وجود واحد.

  الخلفية:
    بفرض a learner has completed the lab

  @check:user-pool-exists @points:1
  سيناريو: يوجد مجمّع مستخدمين
    Hint: أنشئ مجمّع مستخدمين واتبع المعالج حتى النهاية: لا يوجد شيء قبل الضغط على الزر الأخير.
    Hint if "none was created": لم يُنشأ أي مجمّع: لا ينشئ المعالج شيئًا قبل الضغط على الزر الأخير.
    Why: كل ما يلي هو إعداد لهذا المجمّع.
    Classic wizard: Amazon Cognito > User pools > Create user pool.
    Console: Amazon Cognito > User pools > Create user pool.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/getting-started-user-pools.html

    ثم there should be a user pool
